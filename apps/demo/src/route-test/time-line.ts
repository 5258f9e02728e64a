import { el } from "../dom/element.ts";
import { outcomeOf, type Row } from "./campaign-state.ts";

/** One moment of a test. */
export interface TimeMark {
  readonly what: string;
  /** ISO 8601. */
  readonly at: string;
  readonly more: string | null;
}

/** The moments of a test in the order in which they came. */
export function timeMarks(row: Row): readonly TimeMark[] {
  const { at, receipt, delivery, msisdn, testText } = row;
  const marks: (TimeMark | null)[] = [
    mark("Test created", at.created, testText === null ? null : `code ${testText}, number +${msisdn ?? ""}`),
    mark("Handed to the sender", at.handedOver, null),
    mark("Taken by the sender", at.sent, null),
    mark("Delivery receipt", receipt?.at ?? null, receipt?.status ?? null),
    mark("On the handset", delivery?.receivedAt ?? null, null),
    mark("Result read", at.reported, delivery?.status ?? null),
    mark(
      outcomeOf(row).kind === "not-delivered" ? "Given up" : row.comparison === null ? "Ended" : "Compared",
      at.ended,
      delivery === null ? row.status : null,
    ),
  ];
  const known = marks.filter((one) => one !== null);
  return known.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function mark(what: string, at: string | null, more: string | null): TimeMark | null {
  return at === null ? null : { what, at, more };
}

/** The moments below each other, each with its distance from the hand-over, along a line to scale. */
export function timeLine(row: Row): HTMLElement {
  const marks = timeMarks(row);
  const first = Date.parse(marks[0]?.at ?? "");
  const span = Math.max(1, Date.parse(marks.at(-1)?.at ?? "") - first);
  const zero = row.at.handedOver === null ? first : Date.parse(row.at.handedOver);
  return el(
    "ol",
    { class: "time-line" },
    ...marks.map(({ what, at, more }) => {
      const moment = Date.parse(at);
      const dot = el("span", { class: "time-dot", "aria-hidden": "true" });
      dot.style.setProperty("--place", String((moment - first) / span));
      return el(
        "li",
        { class: "time-mark" },
        el("time", { class: "time-clock", datetime: at }, at.slice(11, 19)),
        el("span", { class: "time-from" }, distance(moment - zero)),
        el("span", { class: "time-scale" }, dot),
        el(
          "span",
          { class: "time-what" },
          what,
          more === null ? null : el("span", { class: "time-more" }, ` ${more}`),
        ),
      );
    }),
  );
}

function distance(ms: number): string {
  if (ms === 0) return "0.0 s";
  return `${ms < 0 ? "−" : "+"}${(Math.abs(ms) / 1000).toFixed(1)} s`;
}
