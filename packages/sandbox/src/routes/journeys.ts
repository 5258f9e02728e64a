import { type Route, route } from "./route.ts";

const LONGEST_MS = 86_400_000;

/** The message comes later, by so many milliseconds. It is late by the comparison's limit from 60,000 on. */
export function delayed(ms: number): Route {
  duration("delayed", ms);
  return route("delayed", [ms], ["DELIVERY_LATE"], {
    journey: (journey) => ({ ...journey, delayMs: journey.delayMs + ms }),
  });
}

/** The message comes once more, `afterMs` after the first. */
export function duplicated(afterMs = 0): Route {
  duration("duplicated", afterMs);
  return route("duplicated", [afterMs], ["DELIVERY_DUPLICATE"], {
    journey: (journey) => ({ ...journey, copiesAfterMs: [...journey.copiesAfterMs, afterMs] }),
  });
}

/** The message is lost, and its sender is told so. */
export const dropped = (): Route =>
  route("dropped", [], [], { journey: (journey) => ({ ...journey, dropped: true }) }, true);

/** The message is lost, and its sender gets a receipt that says it was delivered. */
export const receiptLies = (): Route =>
  route(
    "receiptLies",
    [],
    ["DELIVERY_FAKE_DLR"],
    { journey: (journey) => ({ ...journey, dropped: true, receipt: "delivered" }) },
    true,
  );

/** The message arrives, and its sender never gets a receipt. */
export const receiptMissing = (): Route =>
  route("receiptMissing", [], [], { journey: (journey) => ({ ...journey, receipt: "none" }) });

function duration(name: string, ms: number): void {
  if (!Number.isFinite(ms) || ms < 0 || ms > LONGEST_MS) {
    throw new RangeError(`${name} takes 0 to ${LONGEST_MS} milliseconds`);
  }
}
