import type { Sandbox } from "@smsproof/sandbox";
import type { Clock, Vendor } from "@smsproof/vendor";
import { UsageError } from "../exit-status.ts";
import { routesOf } from "../sandbox/sandbox-call.ts";
import { createHastyClock } from "./hasty-clock.ts";
import type { Parties, VendorName } from "./parties.ts";
import { withRunIds } from "./run-ids.ts";
import { sandboxRoute } from "./sandbox-route.ts";

/** What a sandbox is told that stands in for everybody. */
export interface SandboxParties {
  readonly vendor: VendorName;
  /** A route by name or as JSON, taken by all messages. */
  readonly route: string | undefined;
  /** A file of routes. */
  readonly routes: string | undefined;
  readonly seed: number | undefined;
  /** Messages take as long as they would; else time leaps over the waiting. */
  readonly realTime: boolean;
}

/** How long the air takes, least and most. */
const TRANSIT_MS = [2000, 9000] as const;

/** How often messages are asked for their receipts: sooner than the time leaps. */
const RECEIPT_EVERY_MS = 1;

/** Vendor, route and handsets on this machine, in this process. */
export async function sandboxParties(call: SandboxParties): Promise<Parties> {
  const { vendor, seed, realTime } = call;
  const spec = await routesOf(call.routes);
  const { createSandbox, ROUTES, routingFromSpec } = await import("@smsproof/sandbox");
  const sandbox = createSandbox({
    ...(seed === undefined ? {} : { seed }),
    routes: routingOf(() =>
      routingFromSpec(
        call.route === undefined ? (spec ?? {}) : { default: sandboxRoute(call.route, ROUTES) },
      ),
    ),
    ...(realTime ? { realTime } : { start: Date.now() }),
    transitMs: TRANSIT_MS,
  });
  let underWay = 0;
  const hasty = realTime ? null : createHastyClock(sandbox, () => underWay > 0);
  const fetch = async (request: Request): Promise<Response> => {
    underWay += 1;
    try {
      return await sandbox.fetch(request);
    } finally {
      underWay -= 1;
    }
  };
  const { createInProcessSender } = await import("@smsproof/campaign");
  const sender = createInProcessSender(sandbox, { receiptEveryMs: realTime ? 250 : RECEIPT_EVERY_MS });
  return {
    vendor: await sandboxVendor(vendor, sandbox, fetch, hasty?.clock),
    sender,
    clock: hasty?.clock,
    async close() {
      hasty?.stop();
      await sender.close?.();
      await sandbox.close();
    },
  };
}

/** A vendor's client with the sandbox's credentials, and no look at the environment. */
export async function sandboxVendor(
  name: VendorName,
  { credentials }: Sandbox,
  fetch: (request: Request) => Promise<Response>,
  clock: Clock | undefined,
): Promise<Vendor> {
  const common = { environment: {}, fetch, ...(clock === undefined ? {} : { clock }) };
  const run = `sandbox-${globalThis.crypto.randomUUID()}`;
  switch (name) {
    case "telq": {
      const { createTelq } = await import("@smsproof/telq");
      return withRunIds(createTelq({ ...common, ...credentials.telq }).asVendor(), run);
    }
    case "testsms": {
      const { createTestsms } = await import("@smsproof/testsms");
      const { clientId, clientSecret } = credentials.testsms;
      return withRunIds(createTestsms({ ...common, clientId, clientSecret }).asVendor(), run);
    }
  }
}

function routingOf<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The routes cannot be: ${error instanceof Error ? error.message : String(error)}`);
  }
}
