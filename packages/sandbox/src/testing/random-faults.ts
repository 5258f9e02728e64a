import type { CreateOutcome, RouteTest, SettledResult } from "@smsproof/vendor";
import { isVendorError } from "@smsproof/vendor";
import type { FaultRule } from "../faults/fault-rule.ts";
import type { DeepPartial } from "../quirks/deep-partial.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { createRandom, type Random } from "../random/random.ts";
import type { VendorName } from "../tests/route-test.ts";
import type { Carrier } from "./carriers.ts";
import { type ClientOnSandbox, clientOnSandbox } from "./clients-rig.ts";

/** What came of one seed: a sentence for each promise that was broken, and figures. */
export interface FaultySeed {
  readonly broken: readonly string[];
  readonly outcomes: Readonly<Record<CreateOutcome["outcome"], number>>;
  readonly faultsStruck: number;
}

const CALLS = 2;
const TESTS_PER_CALL = 3;
const NETWORKS = ["20610", "20801", "26202", "40445", "23415"] as const;

/**
 * Runs a client through two creations of three tests each, their messages and their results, while faults
 * and quirks drawn from the seed are at work, and looks for a test that was lost or created twice.
 */
export async function runFaultySeed(
  vendorName: VendorName,
  carrier: Carrier,
  seed: number,
): Promise<FaultySeed> {
  const random = createRandom(seed, "faults of a seed");
  const rig = await clientOnSandbox(vendorName, carrier, {
    callbacks: random.chance(0.5),
    sandbox: { seed, faults: randomFaults(random), quirks: randomQuirks(random), transitMs: [0, 20_000] },
    random: random.fork("jitter").next,
  });
  const broken: string[] = [];
  const outcomes = { created: 0, refused: 0, "not-sent": 0, unknown: 0 };
  const tests: RouteTest[] = [];
  try {
    for (let call = 0; call < CALLS; call++) {
      for (const outcome of await createTests(rig, vendorName, random, broken)) {
        outcomes[outcome.outcome] += 1;
        if (outcome.outcome === "created") tests.push(outcome.test);
      }
    }
    if (new Set(tests.map(({ id }) => id)).size !== tests.length) broken.push("two outcomes name one test");
    broken.push(...(await bringToAnEnd(rig, tests, random)));
    const faultsStruck = rig.sandbox.faults.list().reduce((sum, { struck }) => sum + struck, 0);
    return { broken, outcomes, faultsStruck };
  } finally {
    await rig.close();
  }
}

async function createTests(
  { vendor, clock, sandbox }: ClientOnSandbox,
  vendorName: VendorName,
  random: Random,
  broken: string[],
): Promise<readonly CreateOutcome[]> {
  const existing = (): number => sandbox.inspect(0).counts[vendorName].created;
  const before = existing();
  const destinations = Array.from({ length: TESTS_PER_CALL }, () => {
    const code = random.pick(NETWORKS);
    const network = { mcc: code.slice(0, 3), mnc: code.slice(3), portedFrom: null };
    return { kind: "network", network } as const;
  });
  const outcomes = await clock.run(vendor.createTests({ destinations }));
  const made = existing() - before;
  const count = (which: CreateOutcome["outcome"]): number =>
    outcomes.filter(({ outcome }) => outcome === which).length;
  if (made > TESTS_PER_CALL) broken.push(`${made} tests exist where ${TESTS_PER_CALL} were asked for`);
  if (made < count("created")) broken.push(`${count("created")} outcomes say created, ${made} tests exist`);
  if (made > count("created") + count("unknown")) {
    broken.push(
      `${made} tests exist, but the outcomes own to ${count("created") + count("unknown")} at most`,
    );
  }
  return outcomes;
}

/** How often a wait that ended with an error is begun again, as a campaign does. */
const WAITS = 200;

interface Sent {
  readonly test: RouteTest;
  /** Null where no message is sent. */
  readonly text: string | null;
  readonly early: boolean;
}

/** Sends some messages before the waits begin, some a minute later, some never. */
async function bringToAnEnd(
  rig: ClientOnSandbox,
  tests: readonly RouteTest[],
  random: Random,
): Promise<readonly string[]> {
  const { clock, sandbox } = rig;
  const plans: readonly Sent[] = tests.map((test) => ({
    test,
    text: random.chance(0.9)
      ? `Your code is ${test.testText}${random.chance(0.3) ? ", ждём вас" : ""}`
      : null,
    early: random.chance(0.5),
  }));
  const send = async (early: boolean): Promise<void> => {
    await rig.catchUp();
    for (const { test, text, early: isEarly } of plans) {
      if (text !== null && isEarly === early) sandbox.sms({ from: "KiwiPost", to: test.msisdn, text });
    }
  };
  await send(true);
  const ends = Promise.all(plans.map((plan) => waitUntilTheEnd(rig, plan)));
  await clock.advance(60_000);
  await send(false);
  return (await clock.run(ends)).flat();
}

async function waitUntilTheEnd(
  { vendor }: ClientOnSandbox,
  { test, text }: Sent,
): Promise<readonly string[]> {
  let result: SettledResult | null = null;
  let trouble = "";
  for (let waits = 0; waits < WAITS && result === null; waits++) {
    try {
      result = await vendor.waitForResult(test);
    } catch (error) {
      if (!isVendorError(error)) throw error;
      trouble = `${error.code} ${error.message}`;
    }
  }
  if (result === null) return [`test ${test.id} is lost: ${trouble}`];
  const { status } = result;
  const problems: string[] = [];
  if (!status.final)
    problems.push(`test ${test.id} ended as ${JSON.stringify(status.raw)}, which is not final`);
  if (status.delivered !== (text !== null)) {
    problems.push(
      `test ${test.id}: ${text === null ? "nothing" : "a message"} was sent, delivered is ${status.delivered}`,
    );
  }
  if (result.text !== text) problems.push(`test ${test.id} has the text ${JSON.stringify(result.text)}`);
  return problems;
}

/** Two to five rules, each striking with a probability that lets work go on. */
function randomFaults(random: Random): readonly FaultRule[] {
  const effects: readonly (() => FaultRule)[] = [
    () => ({ status: random.pick([500, 502, 503]), stage: random.pick(["before", "after"] as const) }),
    () => ({ status: 429, retryAfter: random.integer(0, 3) }),
    () => ({
      status: random.pick([500, 503]),
      body: random.pick(["empty", "text", "html", "json", "spring"] as const),
    }),
    () => ({ reset: "before", stage: random.pick(["before", "after"] as const) }),
    () => ({ reset: "body" }),
    () => ({ truncate: true }),
    () => ({ expireToken: true }),
    () => ({ latencyMs: random.integer(0, 3) }),
    () => ({ match: { target: "callback" }, reset: random.pick(["before", "body"] as const) }),
  ];
  return Array.from({ length: random.integer(2, 5) }, () => ({
    ...random.pick(effects)(),
    probability: random.integer(5, 25) / 100,
  }));
}

function randomQuirks(random: Random): DeepPartial<Quirks> {
  const badToken = random.pick([400, 401, 500] as const);
  // A 400 without a word could mean anything: nobody can tell that it means the token.
  const bodies = badToken === 401 ? (["sdk", "empty", "text", "html"] as const) : (["sdk", "text"] as const);
  return {
    ids: random.pick(["small", "above-2^53"] as const),
    telq: {
      badToken,
      errorBody: random.pick<Quirks["telq"]["errorBody"]>(bodies),
      nulls: random.pick(["null", "text", "absent"] as const),
      notPorted: random.pick(["absent", "null"] as const),
      createdAt: random.pick(["microseconds", "seconds", "no-zone", "+0000"] as const),
      waitingSmscInfo: random.pick(["null", "nulls"] as const),
      callbackNetwork: random.pick(["destinationNetwork", "destinationNetworkDetails", "both"] as const),
      callbackAuthorization: random.pick(["bearer", "bare"] as const),
    },
    testsms: {
      errorBody: random.pick(["empty", "text", "json", "html"] as const),
      dates: random.pick(["documented", "sample", "microseconds", "no-zone"] as const),
      status: random.pick(["name", "number", "digits", "name(number)"] as const),
      nulls: random.pick(["absent", "null", "text"] as const),
      grouping: random.pick(["per-network", "one"] as const),
      ampersandIds: random.chance(0.3),
    },
    callbacks: { duplicate: random.integer(0, 5) / 10, reorder: random.integer(0, 5) / 10 },
  };
}
