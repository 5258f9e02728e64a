// Kills the process of a campaign again and again, resumes it, and checks that every test is accounted for exactly once.
//
//   node scripts/crash-test.mjs [--kills 50] [--tests 200] [--seed 1] [--store FOLDER or postgres://...]
//
// Talk goes to stderr, one line of JSON to stdout. Exit status 1 when anything was lost, made or sent twice.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openStore } from "@smsproof/campaign/node";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    tests: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    store: { type: "string" },
  },
});
const [wantedKills, wantedTests] = [Number(values.kills), Number(values.tests)];
const random = randomOf(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), "smsproof-crash-"));
const where = values.store ?? join(folder, "store");
const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const QUIET_MS = 3000;
const say = (text) => process.stderr.write(`${text}\n`);

// Made first, so that the kills fall into the campaign and not into the making of the database.
await (await openStore(where)).close();

const sandbox = spawn(process.execPath, [script("crash-sandbox.mjs"), values.seed], {
  stdio: ["pipe", "pipe", "inherit"],
});
const ready = JSON.parse(await firstLine(sandbox));
const NETWORKS = ["206-10", "262-02", "404-45", "208-01"];
const plan = {
  vendors: ["telq"],
  senders: ["smpp"],
  destinations: NETWORKS.map((code) => {
    const [mcc, mnc] = code.split("-");
    return { kind: "network", network: { mcc, mnc, portedFrom: null } };
  }),
  messages: [{ sender: "ACME", text: "Your code is {testText}" }],
  repetitions: Math.ceil(wantedTests / NETWORKS.length),
  budget: wantedTests * 2,
  pacing: { concurrency: 4 },
};
const job = JSON.stringify({ where, telq: ready.telq, smpp: ready.smpp, plan });

const begun = Date.now();
let kills = 0;
let starts = 0;
let done = false;
while (!done) {
  starts += 1;
  const worker = spawn(process.execPath, [script("crash-worker.mjs"), job], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(worker, "exit");
  if (kills < wantedKills) killSometime(worker);
  else hear(worker, () => undefined);
  const [status, signal] = await exit;
  if (signal === "SIGKILL") kills += 1;
  else if (status === 0) done = true;
  else throw new Error(`the campaign ended with status ${status}`);
  if (signal === "SIGKILL" && kills % 10 === 0)
    say(`${kills} kills, ${Math.round((Date.now() - begun) / 1000)} s`);
}

const state = await (await fetch(`${ready.control}/state?limit=100000`)).json();
const store = await openStore(where);
const records = await store.tests("crash");
await store.close();
const faults = faultsOf(records, state);
if (kills < wantedKills) faults.push(`the campaign was done after ${kills} kills`);
sandbox.stdin.end();
await once(sandbox, "exit");
await rm(folder, { recursive: true, force: true });

const count = (wanted) => records.filter(wanted).length;
const summary = {
  kills,
  starts,
  seconds: Math.round((Date.now() - begun) / 1000),
  tests: records.length,
  compared: count(({ state }) => state === "compared"),
  // Kills that fell between a request and its answer, and answers that the sandbox lost.
  createUnknown: count(({ state }) => state === "create-unknown"),
  sendUnknown: count(({ send }) => send?.outcome === "unknown"),
  other: count(({ state }) => state !== "compared" && state !== "create-unknown"),
  madeByVendor: state.tests.length,
  messages: state.messages.length,
  faults,
};
console.log(JSON.stringify(summary));
process.exitCode = faults.length > 0 ? 1 : 0;

/** What must never be: each a sentence. */
function faultsOf(records, { tests, messages }) {
  const faults = [];
  const expected = plan.repetitions * NETWORKS.length;
  if (records.length !== expected)
    faults.push(`${records.length} tests are stored, ${expected} were planned`);
  const ENDS = new Set(["compared", "missing", "refused", "create-unknown", "rejected", "skipped"]);
  for (const { index, state } of records)
    if (!ENDS.has(state)) faults.push(`test ${index} was lost in ${state}`);
  const owned = new Map();
  for (const { index, test } of records) {
    if (test === null) continue;
    if (owned.has(test.id))
      faults.push(`tests ${owned.get(test.id)} and ${index} claim the vendor's ${test.id}`);
    owned.set(test.id, index);
    if (!tests.some(({ id }) => id === test.id)) faults.push(`the vendor knows no test ${test.id}`);
  }
  const strays = tests.filter(({ id }) => !owned.has(id)).length;
  const unknown = records.filter(({ state }) => state === "create-unknown").length;
  if (strays > unknown)
    faults.push(`the vendor made ${strays} tests that nobody claims; ${unknown} are reported`);
  for (const { index, test, send } of records) {
    if (test === null) continue;
    const went = messages.filter(
      ({ to, text }) => to === test.msisdn && text?.includes(test.testText),
    ).length;
    if (went > 1) faults.push(`the message of test ${index} was sent ${went} times`);
    if (went === 0 && send?.outcome === "accepted")
      faults.push(`the message of test ${index} never went out`);
    if (went === 1 && send === null) faults.push(`the message of test ${index} went out unrecorded`);
  }
  return faults;
}

/**
 * After a random number of events and a random pause: kills by the clock alone would all fall into the first steps on a
 * slow machine. The kills are used up before the campaign is.
 */
function killSometime(worker) {
  const eventsOfTest = 5;
  const share = (wantedTests * eventsOfTest) / wantedKills;
  // Further events come while the pause lasts: half of its share is what each kill can be sure of.
  let left = 1 + Math.floor(random() * share * 0.5);
  const afterMs = Math.floor(random() * 100);
  hear(worker, () => {
    left -= 1;
    if (left === 0) setTimeout(() => worker.kill("SIGKILL"), afterMs);
  });
}

/**
 * Listens to events, the first of which says that the store is open. When they cease, only messages that never went out
 * are waited for: then the vendor's hour passes.
 */
function hear(worker, onEvent) {
  let quiet;
  createInterface({ input: worker.stdout })
    .on("line", () => {
      clearTimeout(quiet);
      quiet = setTimeout(passTime, QUIET_MS);
      onEvent();
    })
    .on("close", () => clearTimeout(quiet));
}

function passTime() {
  const body = JSON.stringify({ ms: 3_700_000 });
  fetch(`${ready.control}/advance`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  }).catch(say);
}

async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("the process ended without a word");
}

/** Mulberry32: the same seed kills after the same pauses. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
