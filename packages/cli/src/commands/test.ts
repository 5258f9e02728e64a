import type { Call, Command } from "../command-line/command.ts";
import { type ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { destinationsOf } from "../route-test/destinations.ts";
import { VENDORS } from "../route-test/parties.ts";
import { type RouteTestCall, TEST_FORMATS } from "../route-test/route-test-call.ts";
import { seedOf } from "../sandbox/sandbox-call.ts";
import { storageOf } from "../storage/storage.ts";

const ENCODINGS = ["auto", "gsm7", "ucs2"] as const;

/** `smsproof test`: a route from end to end, on real handsets or in a sandbox. */
export const testCommand: Command = {
  name: "test",
  summary: "test a route on real handsets, or in a sandbox: what did they get of what was sent?",
  operands: "",
  details: [
    "Creates tests at a vendor, sends their messages, waits, and compares what the handsets got with what was sent.",
    "Credentials are read from the environment: TELQ_APP_ID and TELQ_APP_KEY; TESTSMS_CLIENT_ID and",
    "TESTSMS_CLIENT_SECRET, or TESTSMS_EMAIL and TESTSMS_PASSWORD. One test costs one credit. Ctrl-C ends the run",
    "between two steps; what --save kept can be gone on with.",
    "Exit status: 0 all arrived as sent, 1 something was altered, 3 nothing altered but results are missing,",
    "2 called wrongly, 130 stopped before all was done.",
  ],
  options: {
    vendor: {
      value: "NAME",
      choices: VENDORS,
      about: "who owns the handsets; with --sandbox telq by itself",
    },
    network: {
      value: "MCCMNC",
      many: true,
      about: "20610 or 206-10; more than once, or several with commas",
    },
    "ported-from": { value: "MNC", about: "a number that came into the network from this one, such as 03" },
    sender: { value: "TEXT", about: "the sender as the handset shall show it" },
    text: { value: "TEXT", about: "the message; {testText} becomes what the vendor knows it by" },
    encoding: { value: "NAME", choices: ENCODINGS, about: "by itself the cheapest that holds the text" },
    via: {
      value: "ROUTE",
      about: "smpp://user:{env:PASSWORD}@host:port, smpps://..., or http:FILE, a gateway's template",
    },
    sandbox: { about: "vendor, route and handsets on this machine; costs nothing" },
    route: { value: "NAME", about: "the sandbox's route, such as senderReplaced, or one as JSON" },
    routes: { value: "FILE", about: "the sandbox's routes by network, as JSON" },
    seed: { value: "N", about: "what the sandbox draws by chance; the same seed draws the same" },
    "real-time": { about: "let the sandbox take the seconds that networks take" },
    count: { value: "N", about: "tests of each network; by itself 1" },
    "per-minute": { value: "N", about: "tests begun in a minute at most" },
    ttl: { value: "SECONDS", about: "how long the vendor waits for a message" },
    "late-after": { value: "SECONDS", about: "from when on a delivery is late; by itself 60" },
    save: { value: "DIR|URL", about: "keep everything in a folder or on Postgres; by itself DATABASE_URL" },
    resume: { value: "ID", about: "go on with a campaign that was kept" },
    yes: { about: "spend the credits without being asked" },
    format: { value: "NAME", choices: TEST_FORMATS, about: "by itself pretty" },
  },
  examples: [
    [
      'smsproof test --sandbox --network 20610,26202 --sender ACME --text "Your code is {testText}" --route senderReplaced',
      "a route that replaces the sender, on this machine",
    ],
    [
      `smsproof test --vendor telq --network 20610 --sender ACME --text "Your code is {testText}" --via 'smpp://user:{env:SMPP_PASSWORD}@smsc.example:2775' --save campaigns`,
      "one test on a real handset, kept in a folder",
    ],
  ],
  async run(call, host) {
    const { values, operands } = call;
    if (operands.length > 0) throw new UsageError(`test takes options only, not "${operands[0]}"`);
    const resume = values["resume"];
    const parties = partiesOf(call);
    // Trying things out does not fill the database of the house.
    const storage = storageOf(values["save"], parties.kind === "sandbox" ? {} : host.env);
    if (resume !== undefined && storage === null)
      throw new UsageError("--resume needs --save, or DATABASE_URL: where the campaign is kept");
    if (resume !== undefined && parties.kind === "sandbox")
      throw new UsageError(
        "The sandbox of that campaign ended with its process: there is nothing to go on with",
      );
    return run(
      {
        campaign: resume === undefined ? { kind: "new", plan: planOf(call) } : resumeOf(resume, call),
        parties,
        storage,
        format: TEST_FORMATS.find((name) => name === values["format"]) ?? "pretty",
      },
      host,
    );
  },
};

/** Campaigns are loaded when one is run: who decodes a PDU need not wait for them. */
async function run(call: RouteTestCall, host: Host): Promise<ExitStatus> {
  const { runRouteTest } = await import("../route-test/run-route-test.ts");
  return runRouteTest(call, host);
}

const PLAN_OPTIONS = [
  "sender",
  "text",
  "encoding",
  "ported-from",
  "count",
  "per-minute",
  "ttl",
  "late-after",
] as const;

/** A campaign goes on as it was planned, or it would not be the same one. */
function resumeOf(id: string, { values, lists }: Call): RouteTestCall["campaign"] {
  const stray = lists["network"] ? "network" : PLAN_OPTIONS.find((name) => values[name] !== undefined);
  if (stray !== undefined)
    throw new UsageError(`--resume goes on as was planned: --${stray} goes without it`);
  return { kind: "resume", id };
}

const SANDBOX_OPTIONS = ["route", "routes", "seed"] as const;

function partiesOf({ values, flags }: Call): RouteTestCall["parties"] {
  const { via, route, routes } = values;
  const vendor = VENDORS.find((name) => name === values["vendor"]);
  if (flags.has("sandbox")) {
    if (via !== undefined) throw new UsageError("--sandbox brings a route of its own: --via goes without it");
    if (route !== undefined && routes !== undefined)
      throw new UsageError("--route and --routes say the same: give one of them");
    const seed = seedOf(values["seed"]);
    return {
      kind: "sandbox",
      vendor: vendor ?? "telq",
      route,
      routes,
      seed,
      realTime: flags.has("real-time"),
    };
  }
  const stray = SANDBOX_OPTIONS.find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} is the sandbox's: it goes with --sandbox`);
  if (flags.has("real-time")) throw new UsageError("--real-time is the sandbox's: it goes with --sandbox");
  if (vendor === undefined && values["resume"] === undefined)
    throw new UsageError("At which vendor? Give --vendor, or --sandbox to try it out");
  if (via === undefined)
    throw new UsageError(
      "By which route? Give --via smpp://... or --via http:FILE, or --sandbox to try it out",
    );
  return { kind: "real", vendor, via, yes: flags.has("yes") };
}

function planOf({ values, lists }: Call): Extract<RouteTestCall["campaign"], { kind: "new" }>["plan"] {
  const { sender, text } = values;
  const destinations = destinationsOf(lists["network"] ?? [], values["ported-from"]);
  if (sender === undefined) throw new UsageError("Which sender? Give --sender");
  if (text === undefined) throw new UsageError('Which text? Give --text, such as "Your code is {testText}"');
  const repetitions = numberOf("count", values["count"]) ?? 1;
  const testsPerMinute = numberOf("per-minute", values["per-minute"]);
  const timeToLiveSeconds = numberOf("ttl", values["ttl"]);
  const lateAfterSeconds = numberOf("late-after", values["late-after"]);
  return {
    destinations,
    messages: [{ sender, text, encoding: ENCODINGS.find((name) => name === values["encoding"]) }],
    repetitions,
    budget: Math.max(1, repetitions * destinations.length),
    ...(testsPerMinute === undefined ? {} : { pacing: { testsPerMinute } }),
    ...(timeToLiveSeconds === undefined ? {} : { timeToLiveSeconds }),
    ...(lateAfterSeconds === undefined ? {} : { lateAfterSeconds }),
  };
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value.trim() === "" || !Number.isFinite(Number(value)))
    throw new UsageError(`--${option} takes a number, not "${value}"`);
  return Number(value);
}
