// How fast is decodeDeliver? Side by side: our decoder, node-pdu, and Buffer.from(hex, "hex") alone.
// Rounds are interleaved and short pieces of work are timed, so that what else the machine does hits all alike:
// a figure is the median of the rounds' medians, a ratio that of the rounds' ratios.
// `npm run bench -- --write` puts the figures into README.md.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { decodeDeliver } from "@smsproof/pdu";
import { parse } from "node-pdu";
import { Bench } from "tinybench";
import { corpus } from "./corpus.mjs";

const ROUNDS = 15;
const ROUND_MS = Number(process.env.BENCH_MS ?? 9000) / ROUNDS;

const pdus = corpus(5_000);
for (const pdu of pdus) {
  const { diagnostics, text } = decodeDeliver(pdu);
  if (diagnostics.length > 0 || text === null) throw new Error(`the corpus is not clean: ${pdu}`);
}

let kept = 0;
/** Work in pieces of `size` PDUs, the next piece of the corpus each time. */
function piecewise(size, work) {
  let next = 0;
  return () => {
    for (const end = next + size; next < end; next++) kept += work(pdus[next]);
    if (next === pdus.length) next = 0;
  };
}

const TASKS = {
  "Buffer.from(hex)": { size: 250, work: (pdu) => Buffer.from(pdu, "hex").length },
  decodeDeliver: { size: 250, work: (pdu) => decodeDeliver(pdu).userDataLength },
  "node-pdu 2.1.1": { size: 10, work: (pdu) => parse(pdu).data.size },
};

/** PDUs a second by task, of one round. */
async function round(time) {
  const bench = new Bench({ time: time / Object.keys(TASKS).length, warmup: false });
  for (const [name, { size, work }] of Object.entries(TASKS)) bench.add(name, piecewise(size, work));
  await bench.run();
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => [name, (TASKS[name].size * 1000) / result.latency.p50]),
  );
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

await round(1000);
const rounds = [];
for (let i = 0; i < ROUNDS; i++) rounds.push(await round(ROUND_MS));

const rates = Object.keys(TASKS).map((name) => [name, median(rounds.map((rate) => rate[name]))]);
const ratio = (name) => median(rounds.map((rate) => rate.decodeDeliver / rate[name]));
const figures = {
  "times node-pdu 2.1.1": ratio("node-pdu 2.1.1").toFixed(0),
  'of `Buffer.from(hex, "hex")` alone': ratio("Buffer.from(hex)").toFixed(2),
};
const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, Node ${process.versions.node}, ${kept > 0 ? pdus.length : 0} PDUs`;

console.log(machine);
for (const [name, rate] of rates)
  console.log(`${name.padEnd(18)} ${(rate / 1e6).toFixed(3).padStart(7)} M PDU/s`);
for (const [name, figure] of Object.entries(figures)) console.log(`decodeDeliver is ${figure} ${name}`);

if (process.argv.includes("--write")) {
  const readme = new URL("../README.md", import.meta.url);
  const lines = [
    "| `decodeDeliver` is | |",
    "|---|---|",
    ...Object.entries(figures).map(([name, figure]) => `| ${name} | ${figure} |`),
    "",
    `${rates.map(([name, rate]) => `${name}: ${(rate / 1e6).toFixed(rate < 1e5 ? 3 : 2)} M PDU/s`).join("; ")}.`,
    `Measured in one run on ${machine} (\`npm run bench -- --write\`).`,
  ];
  const block = `<!-- bench -->\n${lines.join("\n")}\n<!-- /bench -->`;
  const text = readFileSync(readme, "utf8");
  if (!/<!-- bench -->[\s\S]*<!-- \/bench -->/.test(text))
    throw new Error("README.md has no place for figures");
  writeFileSync(
    readme,
    text.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => block),
  );
}
