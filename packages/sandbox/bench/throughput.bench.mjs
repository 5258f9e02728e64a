// How many TelQ tests the sandbox creates, delivers and reports per second, in process, over dist/.
// `node bench/throughput.bench.mjs [--tests 10000] [--write]`; --write renews the figures in the README.
// What is measured takes turns, ROUNDS times, and the best round of each counts: other work on the machine can
// only slow a round down.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Hono } from "hono";
import { createSandbox } from "../dist/index.js";

const at = process.argv.indexOf("--tests");
const TESTS = at < 0 ? 10_000 : Number(process.argv[at + 1]);
const WANTED = 2000;
const ROUNDS = 5;
const BASE = "http://sandbox.local/v2.1/client";
const README = new URL("../README.md", import.meta.url);

const asker = (fetch) => async (method, path, body, authorization) => {
  const response = await fetch(BASE + path, {
    method,
    headers: { "content-type": "application/json", ...(authorization && { authorization }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Tests per second, by the wall and by the processor: other work on the machine slows only the first. */
async function measure(name, count, work) {
  const begin = performance.now();
  const before = process.cpuUsage();
  await work();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { name, perSecond: count / seconds, perProcessorSecond: count / ((user + system) / 1e6) };
}

async function tests(name, perRequest, count) {
  const sandbox = createSandbox();
  const ask = asker(sandbox.fetch);
  const { value } = await ask("POST", "/token", { appId: 1, appKey: "sandbox-key" });
  const bearer = `Bearer ${value}`;
  const destinationNetworks = Array.from({ length: perRequest }, () => ({ mcc: "206", mnc: "10" }));
  const measured = await measure(name, count, async () => {
    for (let done = 0; done < count; done += perRequest) {
      const created = await ask("POST", "/tests", { destinationNetworks }, bearer);
      for (const { phoneNumber, testIdText } of created) {
        sandbox.sms({ from: "ACME", to: phoneNumber, text: `Your code is ${testIdText}` });
      }
      for (const { id } of created) {
        const { testStatus } = await ask("GET", `/results/${id}`, undefined, bearer);
        if (testStatus !== "POSITIVE") throw new Error(`test ${id} is ${testStatus}`);
      }
      // The next ones begin a second later, as they would in a campaign.
      await sandbox.advance(1000);
    }
  });
  await sandbox.close();
  return measured;
}

/** What two requests cost that do nothing: a test's creation and its result are two. */
async function bare(name, count) {
  const app = new Hono();
  app.all("*", (c) => c.json({ id: 1, testStatus: "POSITIVE" }));
  const ask = asker(async (url, init) => app.fetch(new Request(url, init)));
  return measure(name, count, async () => {
    for (let done = 0; done < count; done++) {
      await ask("POST", "/tests", { destinationNetworks: [{ mcc: "206", mnc: "10" }] });
      await ask("GET", "/results/1");
    }
  });
}

const subjects = [
  (count) => bare("two requests to a bare Hono app", count),
  (count) => tests("a test: one request, one message, one result", 1, count),
  (count) => tests("the same, a hundred tests in a request", 100, count),
];
for (const subject of subjects) await subject(3000);
const rounds = subjects.map(() => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, subject] of subjects.entries()) rounds[index].push(await subject(TESTS));
}
const best = (of, figure) => Math.max(...of.map((one) => one[figure]));
const rows = rounds.map((of) => ({
  name: of[0].name,
  perSecond: best(of, "perSecond"),
  perProcessorSecond: best(of, "perProcessorSecond"),
}));
const [nothing, single] = rows;

const machine = `${cpus()[0]?.model ?? "unknown CPU"}, ${cpus().length} cores, Node ${process.versions.node}`;
const round = (value) => Math.round(value).toLocaleString("en");
const table = [
  "| | per second | per second of processor | cost, in bare pairs of requests |",
  "|---|---|---|---|",
  ...rows.map(
    ({ name, perSecond, perProcessorSecond }) =>
      `| ${name} | ${round(perSecond)} | ${round(perProcessorSecond)} | ${(nothing.perProcessorSecond / perProcessorSecond).toFixed(1)} |`,
  ),
].join("\n");
const report = `${table}\n\n${machine}, ${new Date().toISOString().slice(0, 10)}, the best of ${ROUNDS} rounds of ${round(TESTS)} tests each.`;
console.log(report);

if (process.argv.includes("--write")) {
  const readme = readFileSync(README, "utf8");
  const marked = /<!-- speed -->[\s\S]*<!-- \/speed -->/;
  writeFileSync(
    README,
    readme.replace(marked, () => `<!-- speed -->\n${report}\n<!-- /speed -->`),
  );
}
// Another program that has the processor is no fault of the sandbox.
if (Math.max(single.perSecond, single.perProcessorSecond) < WANTED) {
  console.error(`below ${WANTED} tests per second`);
  process.exitCode = 1;
}
