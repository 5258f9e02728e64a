import type { CreateOutcome } from "../model/create-outcome.ts";
import type { TestDestination } from "../model/test-request.ts";
import type { Vendor } from "../model/vendor.ts";
import { type ContractCase, must, mustEqual } from "./contract-case.ts";
import { type ConnectionFault, type RawReply, type RawRequest, startFaultyServer } from "./faulty-server.ts";

/** A vendor's client against a server of plain sockets. */
export interface CreationRig {
  /** A client for a vendor at this origin. A request may take so many milliseconds. */
  readonly createVendor: (origin: string, timeoutMs: number) => Vendor;
  readonly isCreation: (request: RawRequest) => boolean;
  /** What the vendor would answer to tokens, networks and creations. */
  readonly reply: (request: RawRequest) => RawReply;
  readonly destination: TestDestination;
  /** Whether the client puts all destinations in one request: only then can a body be long enough to be cut. */
  readonly oneRequestForAll: boolean;
}

type Expected = CreateOutcome["outcome"];

/** Each fault with what may be concluded from it. */
const FAULTS: readonly (readonly [string, ConnectionFault, Expected])[] = [
  ["no fault", { kind: "none" }, "created"],
  ...[false, true].flatMap((reset): (readonly [string, ConnectionFault, Expected])[] => {
    const how = reset ? "reset" : "closed";
    return [
      [`the connection ${how} before the body is read`, { kind: "cut-before-body", reset }, "unknown"],
      [`the connection ${how} in the middle of the body`, { kind: "cut-during-body", reset }, "unknown"],
      [`the connection ${how} after the body`, { kind: "cut-after-body", reset }, "unknown"],
      [
        `the connection ${how} after the reply's headers`,
        { kind: "cut-after-reply-headers", reset },
        "unknown",
      ],
    ];
  }),
  ["a 500", { kind: "status", status: 500 }, "unknown"],
  ["a 503 with Retry-After", { kind: "status", status: 503, headers: { "retry-after": "0" } }, "unknown"],
  ["a 429 with Retry-After", { kind: "status", status: 429, headers: { "retry-after": "0" } }, "refused"],
  ["a 401", { kind: "status", status: 401 }, "refused"],
  ["a 400", { kind: "status", status: 400 }, "refused"],
  ["a 307 to itself", { kind: "status", status: 307, headers: { location: "/again" } }, "unknown"],
  ["no answer at all", { kind: "silence" }, "unknown"],
];

/** How long a client waits in these cases for an answer that never comes. */
const TIMEOUT_MS = 400;

/**
 * Nothing that costs credits is sent twice: over real sockets that break in every place, on fresh connections and on
 * ones that were kept alive. Needs Node to run the server; uses no test runner.
 */
export function creationContract(rig: CreationRig): readonly ContractCase[] {
  const cases = FAULTS.flatMap(([name, fault, expected]) =>
    [false, true]
      .filter(() => rig.oneRequestForAll || fault.kind !== "cut-during-body")
      .map(
        (warm): ContractCase => ({
          name: `sends a creation once: ${name}, on a ${warm ? "kept" : "fresh"} connection`,
          run: () => meet(rig, fault, expected, warm),
        }),
      ),
  );
  return [
    ...cases,
    { name: "knows that nothing was sent when nobody listens", run: () => nobodyListens(rig) },
  ];
}

async function meet(
  rig: CreationRig,
  fault: ConnectionFault,
  expected: Expected,
  warm: boolean,
): Promise<void> {
  const server = await startFaultyServer({ isCreation: rig.isCreation, reply: rig.reply, fault });
  try {
    const vendor = rig.createVendor(server.origin, fault.kind === "silence" ? TIMEOUT_MS : 10_000);
    if (warm) await vendor.networks();
    const count = fault.kind === "cut-during-body" ? 20_000 : 1;
    const destinations = Array.from({ length: count }, () => rig.destination);
    const outcomes = await vendor.createTests({ destinations });
    must(server.creations() === 1, "One request for creation reached the server.", server.creations());
    mustEqual(
      [...new Set(outcomes.map(({ outcome }) => outcome))],
      [expected],
      "The outcome tells what is known.",
    );
    must(outcomes.length === count, "Each destination has its outcome.", outcomes.length);
    for (const outcome of outcomes.slice(0, 1)) {
      if (outcome.outcome === "unknown") must(outcome.check.sentence !== "", "It says what to check.");
    }
    // A repetition that was only delayed would show by now.
    await new Promise((resolve) => setTimeout(resolve, 30));
    must(server.creations() === 1, "It stays at one request.", server.creations());
  } finally {
    await server.close();
  }
}

/** A server that gives a token and is gone when the creation comes. */
async function nobodyListens(rig: CreationRig): Promise<void> {
  const server = await startFaultyServer({
    isCreation: rig.isCreation,
    reply: rig.reply,
    fault: { kind: "none" },
  });
  const vendor = rig.createVendor(server.origin, 10_000);
  try {
    await vendor.networks();
  } finally {
    await server.close();
  }
  // The client must have seen its kept connection end: a request written to a dying one may have arrived.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [outcome] = await vendor.createTests({ destinations: [rig.destination] });
  mustEqual(outcome?.outcome, "not-sent", "The outcome is known.");
  must(outcome?.outcome === "not-sent" && outcome.error.retryable, "It may be asked for again.", outcome);
}
