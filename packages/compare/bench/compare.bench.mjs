// How long does a comparison take? Every labelled case, and the worst inputs allowed. With --write the figures go
// into the README. Times are processor time: other work on the machine does not count.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { compare } from "@smsproof/compare";
import { inputOf, readCases } from "../scripts/scoring.mjs";
import { WORST_INPUTS } from "./worst-inputs.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const CASES = ["shared", "own"].flatMap((name) =>
  readCases(new URL(`../cases/${name}.jsonl`, import.meta.url).pathname),
);
const inputs = CASES.map(inputOf);

const milliseconds = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

for (let i = 0; i < 3; i++) for (const input of inputs) compare(input);
const REPEATS = 20;
const ofCases = inputs.map((input) =>
  middle(
    Array.from(
      { length: ROUNDS },
      () =>
        milliseconds(() => {
          for (let i = 0; i < REPEATS; i++) compare(input);
        }) / REPEATS,
    ),
  ),
);
const median = middle(ofCases);
const ninth = ofCases.toSorted((a, b) => a - b)[Math.floor(ofCases.length * 0.9)];

const worst = WORST_INPUTS.map(([name, sent, delivered]) => {
  const input = {
    sent: { sender: "ACME", text: sent },
    delivered: { sender: "ACME", text: delivered },
    destination: { country: "GB" },
  };
  compare(input);
  return [name, middle(Array.from({ length: ROUNDS }, () => milliseconds(() => compare(input))))];
});

const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0]?.model}`;
const lines = [
  `${machine}`,
  "",
  "| input | processor time |",
  "|---|---|",
  `| the ${inputs.length} labelled cases, median | ${median.toFixed(2)} ms |`,
  `| the ${inputs.length} labelled cases, nine of ten below | ${ninth.toFixed(2)} ms |`,
  ...worst.map(([name, time]) => `| 20 parts, ${name} | ${time.toFixed(0)} ms |`),
];
console.log(lines.join("\n"));

if (process.argv.includes("--write")) {
  const readme = new URL("../README.md", import.meta.url);
  const text = readFileSync(readme, "utf8");
  const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
  if (!marked.test(text)) throw new Error("README.md has no place for the figures");
  writeFileSync(
    readme,
    text.replace(marked, (_, start, end) => `${start}${lines.join("\n")}\n${end}`),
  );
}
