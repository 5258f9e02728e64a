// How fast is decodeDeliver? Side by side in one run: our decoder, node-pdu, and Buffer.from(hex, "hex") alone.
import { cpus } from "node:os";
import { decodeDeliver } from "@smsproof/pdu";
import { parse } from "node-pdu";
import { Bench } from "tinybench";
import { corpus } from "./corpus.mjs";

const pdus = corpus(5_000);
for (const pdu of pdus) {
  const { diagnostics, text } = decodeDeliver(pdu);
  if (diagnostics.length > 0 || text === null) throw new Error(`the corpus is not clean: ${pdu}`);
}

let kept = 0;
const bench = new Bench({ time: Number(process.env.BENCH_MS ?? 3000), warmupTime: 1000 });
bench.add("Buffer.from(hex)", () => {
  for (const pdu of pdus) kept += Buffer.from(pdu, "hex").length;
});
bench.add("decodeDeliver", () => {
  for (const pdu of pdus) kept += decodeDeliver(pdu).userDataLength;
});
bench.add("node-pdu 2.1.1", () => {
  for (let i = 0; i < 250; i++) kept += parse(pdus[i]).data.size;
});
await bench.run();

const rates = Object.fromEntries(
  bench.tasks.map(({ name, result }) => [
    name,
    ((name.startsWith("node") ? 250 : pdus.length) * 1000) / result.latency.p50,
  ]),
);
const ours = rates["decodeDeliver"];
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0]?.model}, ${kept > 0 ? pdus.length : 0} PDUs`,
);
for (const [name, rate] of Object.entries(rates))
  console.log(`${name.padEnd(18)} ${(rate / 1e6).toFixed(3).padStart(7)} M PDU/s`);
console.log(
  `decodeDeliver is ${(ours / rates["node-pdu 2.1.1"]).toFixed(1)} times node-pdu and ${(ours / rates["Buffer.from(hex)"]).toFixed(2)} of Buffer.from`,
);
