import { type Air, createAir } from "./air/air.ts";
import { type Callbacks, createCallbacks } from "./callbacks/callbacks.ts";
import { createClock } from "./clock/clock.ts";
import { createFaultBoard } from "./faults/fault-board.ts";
import { createNetworks } from "./networks/networks.ts";
import { createQuirkBoard } from "./quirks/quirks.ts";
import { createRandom } from "./random/random.ts";
import type { Routing } from "./routes/routing.ts";
import type { ResolvedOptions } from "./sandbox-options.ts";
import { createTelqVendor, type TelqVendor } from "./telq/telq-vendor.ts";
import type { RouteTest } from "./tests/route-test.ts";
import type { TestEvent } from "./tests/status-machine.ts";
import { createTestSmsVendor, type TestSmsVendor } from "./testsms/testsms-vendor.ts";
import { createTokens, type Tokens } from "./tokens/tokens.ts";
import type { World } from "./world.ts";

/** One run of a sandbox, from its start or its last reset. */
export interface SandboxState {
  readonly world: World;
  readonly tokens: Readonly<Record<"telq" | "testsms", Tokens>>;
  readonly telq: TelqVendor;
  readonly testsms: TestSmsVendor;
  readonly callbacks: Callbacks;
  readonly air: Air;
  routing: Routing;
  close(): void;
}

/** Begins a run. A reset begins another and leaves this one: nothing of it can leak. */
export function createState(options: ResolvedOptions): SandboxState {
  const random = createRandom(options.seed);
  const clock = createClock({ start: options.start, realTime: options.realTime });
  const faults = createFaultBoard(random.fork("faults"));
  for (const rule of options.faults) faults.add(rule);
  const world: World = {
    clock,
    random,
    networks: createNetworks(options.networks, random.fork("networks")),
    quirks: createQuirkBoard(options.quirks),
    faults,
    callbackHosts: options.callbackHosts,
    credentials: options.credentials,
  };
  const callbacks = createCallbacks({
    clock,
    random: random.fork("callbacks"),
    quirks: world.quirks,
    faults,
    fetch: options.callbackFetch,
    timeoutMs: options.callbackTimeoutMs,
    spacingMs: options.callbackSpacingMs,
    keep: options.limits.callbacks,
  });
  const onChange = (test: RouteTest, event: TestEvent): void => {
    if (event === "number-back") state.air.handsetIsBack(test);
    else if (test.final) state.air.handsetIsGone(test);
  };
  const shared = { sendCallback: callbacks.send, onChange, maxTests: options.limits.tests };
  const telq = createTelqVendor(world, shared);
  const testsms = createTestSmsVendor(world, { ...shared, credits: options.credits });
  const state: SandboxState = {
    world,
    tokens: { telq: createTokens(clock), testsms: createTokens(clock) },
    telq,
    testsms,
    callbacks,
    air: createAir({
      world,
      books: () => [telq.book, testsms.book],
      routing: () => state.routing,
      transitMs: options.transitMs,
      maxMessages: options.limits.messages,
    }),
    routing: options.routes,
    close() {
      clock.stop();
      callbacks.close();
    },
  };
  return state;
}
