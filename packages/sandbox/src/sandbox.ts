import { Hono } from "hono";
import type { Air } from "./air/air.ts";
import type { CallbackAttempt } from "./callbacks/delivery-log.ts";
import { createControlApp } from "./control/control-app.ts";
import { readSmsRequest, type SmsRequest } from "./control/sms-request.ts";
import { type MessageView, type StateView, viewMessage, viewState } from "./control/state-view.ts";
import type { FaultBoard } from "./faults/fault-board.ts";
import type { Reply } from "./faults/spoil.ts";
import { answerRequest } from "./http/front-door.ts";
import { createInProcessFetch, type InProcessFetch } from "./http/in-process-fetch.ts";
import { createInspectorApp } from "./inspector/inspector-app.ts";
import type { NetworkCondition } from "./networks/networks.ts";
import type { QuirkBoard } from "./quirks/quirks.ts";
import type { Routing } from "./routes/routing.ts";
import { resolveOptions, type SandboxOptions } from "./sandbox-options.ts";
import { type Listening, type ListenOptions, listen } from "./server/listen.ts";
import { createState, type SandboxState } from "./state.ts";
import { createTelqApp } from "./telq/telq-app.ts";
import { createTestSmsApp } from "./testsms/testsms-app.ts";
import type { Credentials } from "./world.ts";

/** Both vendors, their handsets and everything between, in one process. */
export interface Sandbox {
  /** Answers as the vendors would, whatever host the URL names. Honours AbortSignal. */
  readonly fetch: InProcessFetch;
  /** Hands over a message. Throws a RangeError that names the field when it cannot be one. */
  sms(message: SmsRequest): MessageView;
  /** A message as it is by now, null when it is not kept. */
  message(id: string): MessageView | null;
  /** The present of the sandbox, milliseconds since 1970. */
  now(): number;
  /** Lets time pass, and waits for everything that happens in it, callbacks included. */
  advance(ms: number): Promise<void>;
  /** Waits for callbacks that are under way. */
  settled(): Promise<void>;
  /** Begins anew as at the start: same seed, same options, nothing left. */
  reset(): void;
  /** Looks at everything; lists hold the newest `limit` (100). */
  inspect(limit?: number): StateView;
  readonly routes: { get(): Routing; set(routing: Routing): void };
  readonly faults: FaultBoard;
  readonly quirks: QuirkBoard;
  /** Changes a network by its key (`20610`). Throws a RangeError when there is none. */
  network(key: string, condition: Partial<NetworkCondition>): void;
  readonly callbacks: { log(): readonly CallbackAttempt[]; replay(id: string): boolean };
  readonly credentials: Credentials;
  /** Opens it to other processes, on loopback unless told otherwise. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Stops time, callbacks and every listener. */
  close(): Promise<void>;
}

/** Makes a sandbox. Throws a RangeError for options that cannot be. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const resolved = resolveOptions(options);
  const about = { seed: resolved.seed, realTime: resolved.realTime };
  const listeners = new Set<Listening>();
  let run = begin();

  function begin(): { readonly state: SandboxState; readonly app: Hono } {
    const state = createState(resolved);
    const app = new Hono();
    app.route("/", createTelqApp(state.world, state.telq, state.tokens.telq));
    app.route("/", createTestSmsApp(state.world, state.testsms, state.tokens.testsms));
    app.route("/", createInspectorApp());
    app.route("/", createControlApp({ state: () => run.state, about, reset }));

    app.notFound((c) => c.json({ error: { field: "path", message: `nothing is at ${c.req.path}` } }, 404));
    return { state, app };
  }

  function reset(): void {
    run.state.close();
    run = begin();
  }

  const answer = (request: Request): Promise<Reply> =>
    answerRequest(request, run.app, run.state.world, run.state.tokens, resolved.log);

  const air = (): Air => run.state.air;

  return {
    fetch: createInProcessFetch(answer),
    sms(message) {
      const read = readSmsRequest(message, "code");
      if (!read.ok) throw new RangeError(`${read.field}: ${read.message}`);
      if (!air().hasRoom()) throw new RangeError("too many messages are under way: advance the clock");
      return viewMessage(air().submit(read.submission));
    },
    message(id) {
      const record = air().messages.get(id);
      return record === null ? null : viewMessage(record);
    },
    now: () => run.state.world.clock.now(),
    advance: (ms) => run.state.world.clock.advance(ms),
    settled: () => run.state.world.clock.settled(),
    reset,
    inspect: (limit) => viewState(run.state, about, limit),
    routes: {
      get: () => run.state.routing,
      set(routing) {
        run.state.routing = routing;
      },
    },
    get faults() {
      return run.state.world.faults;
    },
    get quirks() {
      return run.state.world.quirks;
    },
    network(key, condition) {
      if (!run.state.world.networks.setCondition(key, condition))
        throw new RangeError(`there is no network ${key}`);
    },
    callbacks: {
      log: () => run.state.callbacks.log.attempts,
      replay: (id) => run.state.callbacks.replay(id),
    },
    credentials: resolved.credentials,
    async listen(where = {}) {
      const listening = await listen({ answer, air, credentials: resolved.credentials }, where);
      listeners.add(listening);
      return listening;
    },
    async close() {
      run.state.close();
      await Promise.all([...listeners].map((listening) => listening.close()));
      listeners.clear();
    },
  };
}
