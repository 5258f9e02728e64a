// How many TelQ tests the sandbox creates, delivers and reports per second, in process, over dist/.
// `node bench/throughput.bench.mjs [--tests 10000]`
import { cpus } from "node:os";
import { createSandbox } from "../dist/index.js";

const at = process.argv.indexOf("--tests");
const tests = at < 0 ? 10_000 : Number(process.argv[at + 1]);
const BASE = "http://sandbox.local/v2.1/client";

async function measure(name, perRequest, count) {
  const sandbox = createSandbox();
  const ask = async (method, path, body, authorization) => {
    const response = await sandbox.fetch(BASE + path, {
      method,
      headers: { "content-type": "application/json", ...(authorization && { authorization }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { value } = await ask("POST", "/token", { appId: 1, appKey: "sandbox-key" });
  const bearer = `Bearer ${value}`;
  const destinationNetworks = Array.from({ length: perRequest }, () => ({ mcc: "206", mnc: "10" }));
  const begin = performance.now();
  const cpuBefore = process.cpuUsage();
  for (let done = 0; done < count; done += perRequest) {
    const created = await ask("POST", "/tests", { destinationNetworks }, bearer);
    for (const test of created) {
      sandbox.sms({ from: "ACME", to: test.phoneNumber, text: `Your code is ${test.testIdText}` });
    }
    for (const test of created) {
      const result = await ask("GET", `/results/${test.id}`, undefined, bearer);
      if (result.testStatus !== "POSITIVE") throw new Error(`test ${test.id} is ${result.testStatus}`);
    }
    // The next batch begins a second later, as it would in a campaign.
    await sandbox.advance(1000);
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1e6;
  const rss = Math.round(process.memoryUsage.rss() / 2 ** 20);
  console.log(
    `${name.padEnd(44)} ${String(Math.round(count / seconds)).padStart(7)} tests/s ${String(Math.round(count / cpuSeconds)).padStart(7)} tests per second of processor   ${rss} MiB`,
  );
  await sandbox.close();
  return count / seconds;
}

console.log(
  `node ${process.version}, ${cpus()[0]?.model ?? "unknown CPU"}, ${new Date().toISOString().slice(0, 10)}`,
);
await measure("warm-up", 1, Math.min(tests, 2000));
const single = await measure("one test in a request, one result each", 1, tests);
await measure("a hundred tests in a request, one result each", 100, tests);
if (single < 2000) {
  console.error("below 2,000 tests per second");
  process.exitCode = 1;
}
