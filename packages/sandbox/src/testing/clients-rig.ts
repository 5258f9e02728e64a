import { AsyncLocalStorage } from "node:async_hooks";
import { createTelq } from "@smsproof/telq";
import { createTestsms } from "@smsproof/testsms";
import type { ClientOptions, Vendor } from "@smsproof/vendor";
import type { MakeVendorRig, RigFault, VirtualClock } from "@smsproof/vendor/contract";
import type { FaultRule } from "../faults/fault-rule.ts";
import { createSandbox, type Sandbox } from "../sandbox.ts";
import type { SandboxOptions } from "../sandbox-options.ts";
import type { VendorName } from "../tests/route-test.ts";
import type { Carrier, OpenCarrier } from "./carriers.ts";
import { createDrivenClock } from "./driven-clock.ts";

const CALLBACK_TOKEN = "callback-token-that-nobody-may-see";
const CALLBACK_KEY = "cbk_key-that-nobody-may-ever-see-0123456";
const RECEIVER = "http://localhost";

/** Real time that a receiver of callbacks is given before the client's clock goes on without his answer. */
const CALLBACK_PATIENCE_MS = 200;

const NOBODY = new Response(null, { status: 404 });

/** Whether a request comes out of the handling of a callback. */
const insideCallback = new AsyncLocalStorage<boolean>();

/** Longer than any client waits. */
const SILENCE_MS = 600_000;

/** The vendor's real client, with the sandbox behind it and both on one virtual clock. */
export interface ClientOnSandbox {
  readonly vendor: Vendor;
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  /** Lets the sandbox's clock catch up with the client's. */
  catchUp(): Promise<void>;
  /** What the receiver answered to the last callback. */
  lastCallbackAnswer(): number;
  /** Every token that was sent, and all credentials. */
  secrets(): readonly string[];
  /** Requests for creation that went out. */
  creationRequests(): number;
  /** The next request with a token finds it expired. */
  expireToken(): void;
  close(): Promise<void>;
}

/** Puts a client on a sandbox. */
export async function clientOnSandbox(
  vendorName: VendorName,
  carrier: Carrier,
  options: { readonly callbacks: boolean; readonly sandbox?: SandboxOptions; readonly random?: () => number },
): Promise<ClientOnSandbox> {
  let asking = 0;
  let givenUp = 0;
  let catchingUp = 0;
  let calledBack = 0;
  let changedAt = 0;
  const changed = (): void => {
    changedAt = performance.now();
  };
  let creations = 0;
  let expires = false;
  let callbackAnswer = 0;
  let handle: Vendor["handleCallback"] = null;
  const secrets = ["sandbox-key", "sandbox-secret", CALLBACK_TOKEN, CALLBACK_KEY];
  // Requests that a fault keeps silent are no reason to wait: nothing but the client's own patience ends them.
  const kept = (): number =>
    sandbox.faults.list().reduce((sum, rule) => sum + (rule.latencyMs === SILENCE_MS ? rule.struck : 0), 0);
  const answersAreDue = (): boolean => {
    if (asking > Math.max(kept() - givenUp, 0)) return true;
    if (catchingUp === 0) return false;
    // The sandbox waits for a receiver who asks nothing: he may wait for the client's clock to go on.
    return calledBack === 0 || performance.now() - changedAt < CALLBACK_PATIENCE_MS;
  };
  const clock = createDrivenClock(Date.UTC(2030, 0, 1), answersAreDue);
  const sandbox = createSandbox({
    ...options.sandbox,
    start: clock.now(),
    callbackFetch: async (input, init) => {
      calledBack += 1;
      changed();
      try {
        const call = new Request(input, init);
        const answer = (await insideCallback.run(true, async () => handle?.(call))) ?? NOBODY.clone();
        callbackAnswer = answer.status;
        return answer;
      } finally {
        calledBack -= 1;
        changed();
      }
    },
  });
  const open = await carrier.open(sandbox);

  // The client's clock is the one that is driven: the sandbox follows it before each request.
  const catchUp = async (): Promise<void> => {
    catchingUp += 1;
    try {
      for (let behind = clock.now() - sandbox.now(); behind > 0; behind = clock.now() - sandbox.now()) {
        await sandbox.advance(behind);
      }
    } finally {
      catchingUp -= 1;
    }
  };

  const watch = (request: Request): void => {
    const authorization = request.headers.get("authorization");
    if (authorization !== null) secrets.push(authorization.replace("Bearer ", ""));
    if (request.method === "POST" && /\/(tests|createTest)$/.test(new URL(request.url).pathname))
      creations += 1;
    if (expires && authorization !== null) {
      expires = false;
      sandbox.faults.add({ match: { target: vendorName }, expireToken: true, times: 1 });
    }
  };

  const keepTime = async (request: Request): Promise<Response> => {
    // Who is called back asks at that moment: the sandbox's time stands still until he has answered.
    if (insideCallback.getStore() !== true) await catchUp();
    asking += 1;
    changed();
    try {
      watch(request);
      const response = await open.fetch(request);
      // Until its body is there as well; how that ended is for the client to find out.
      await response
        .clone()
        .arrayBuffer()
        .catch(() => undefined);
      return response;
    } finally {
      asking -= 1;
      changed();
      if (request.signal.aborted && givenUp < kept()) givenUp += 1;
    }
  };

  const vendor = newClient(vendorName, open, options.callbacks, {
    fetch: keepTime,
    clock,
    random: options.random ?? (() => 0.5),
    environment: {},
  });
  handle = vendor.handleCallback;
  return {
    vendor,
    sandbox,
    clock,
    catchUp,
    lastCallbackAnswer: () => callbackAnswer,
    secrets: () => secrets,
    creationRequests: () => creations,
    expireToken() {
      expires = true;
    },
    async close() {
      await open.close();
      await sandbox.close();
    },
  };
}

function newClient(
  vendorName: VendorName,
  { telq, testsms }: OpenCarrier,
  callbacks: boolean,
  options: ClientOptions,
): Vendor {
  if (vendorName === "telq") {
    const client = createTelq({ appId: 1, appKey: "sandbox-key", baseUrl: telq, ...options });
    return client.asVendor(
      callbacks ? { callbacks: { url: `${RECEIVER}/telq`, token: CALLBACK_TOKEN } } : {},
    );
  }
  const credentials = { clientId: "sandbox-client", clientSecret: "sandbox-secret" };
  const client = createTestsms({ ...credentials, baseUrl: testsms, ...options });
  return client.asVendor(callbacks ? { callbacks: { url: `${RECEIVER}/testsms`, key: CALLBACK_KEY } } : {});
}

/** Makes rigs for the contract of every vendor. */
export function rigMaker(vendorName: VendorName, carrier: Carrier): MakeVendorRig {
  return async ({ callbacks }) => {
    const rig = await clientOnSandbox(vendorName, carrier, { callbacks });
    const { sandbox, clock, vendor } = rig;
    const fail = (path: string, fault: RigFault): void => {
      sandbox.faults.add({ match: { target: vendorName, path }, times: 1, ...ruleOf(fault) });
    };
    return {
      vendor,
      clock,
      onLine: { mcc: "206", mnc: "10", portedFrom: null },
      offLine: { mcc: "716", mnc: "06", portedFrom: null },
      async deliver(test, { from, text }) {
        await rig.catchUp();
        sandbox.sms({ from, to: test.msisdn, text });
        await sandbox.settled();
      },
      async replayCallback() {
        const last = sandbox.callbacks.log().at(-1);
        if (last === undefined) return 0;
        sandbox.callbacks.replay(last.callback);
        await sandbox.settled();
        return rig.lastCallbackAnswer();
      },
      creationRequests: rig.creationRequests,
      testsCreated: () => sandbox.inspect().counts[vendorName].created,
      expireTokens: rig.expireToken,
      failNextCreation: (fault) => fail(vendorName === "telq" ? "*/tests" : "*/createTest", fault),
      failNextRead: (fault) => fail(vendorName === "telq" ? "*/results/*" : "*/smsTest/*", fault),
      secrets: rig.secrets,
      close: rig.close,
    };
  };
}

function ruleOf(fault: RigFault): FaultRule {
  if (fault.kind === "status") {
    return { status: fault.status, ...(fault.headers === undefined ? {} : { headers: fault.headers }) };
  }
  const stage = fault.carriedOut ? "after" : "before";
  const broken: FaultRule = { reset: "before", stage };
  return fault.kind === "reset" ? broken : { ...broken, latencyMs: SILENCE_MS };
}
