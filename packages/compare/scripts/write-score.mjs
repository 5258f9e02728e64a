// Writes the score over the labelled cases into the README, between its markers. `--check` writes nothing and exits 1
// where the README says another score than the built engine has.
import { readFileSync, writeFileSync } from "node:fs";
import { compare } from "../dist/index.js";
import { inputOf, predictionOf, readCases, scoreOf } from "./scoring.mjs";

const shown = (share) => share.toFixed(3);

const rows = ["shared", "own", "held-out", "blind", "later"].map((name) => {
  const cases = readCases(new URL(`../cases/${name}.jsonl`, import.meta.url).pathname);
  const score = scoreOf(
    cases,
    cases.map((row) => predictionOf(row.id, compare(inputOf(row)))),
  );
  return `| \`cases/${name}.jsonl\` | ${score.cases} | ${shown(score.senderVerdict)} | ${shown(score.contentVerdict)} | ${shown(score.precision)} | ${shown(score.recall)} | ${score.wholeCases} |`;
});
const table = [
  "| file | cases scored | sender verdict | text verdict | findings precision | findings recall | whole cases right |",
  "|---|---|---|---|---|---|---|",
  ...rows,
].join("\n");

const readme = new URL("../README.md", import.meta.url);
const text = readFileSync(readme, "utf8");
const marked = /(<!-- score -->\n)[\s\S]*?(<!-- \/score -->)/;
if (!marked.test(text)) throw new Error("README.md has no place for the score");
const written = text.replace(marked, (_, start, end) => `${start}${table}\n${end}`);
if (!process.argv.includes("--check")) writeFileSync(readme, written);
else if (written !== text) {
  console.error('the score in README.md is stale: run "node scripts/write-score.mjs"');
  process.exitCode = 1;
}
