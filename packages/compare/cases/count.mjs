// Counts the labelled cases by verdict, language and code as Markdown: `node cases/count.mjs`.
// With --write the tables go between the markers of README.md; with --check it exits 1 when they differ from the files.
import { readFileSync, writeFileSync } from "node:fs";

const here = (name) => new URL(name, import.meta.url);
const read = (name) =>
  readFileSync(here(name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const codes = JSON.parse(readFileSync(here("./codes.json"), "utf8"));
const files = [read("./own.jsonl"), read("./held-out.jsonl")];
const all = files.flat();

const per = (rows, keysOf) => {
  const counts = new Map();
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** A Markdown table as the formatter leaves it: first column to the left, the others to the right. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [head, ...body] = rows.map((row) => row.map(pad));
  return [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** How many cases have each key that keysOf finds: in all, own, held out. */
function table(title, keysOf, order) {
  const counts = [all, ...files].map((rows) => per(rows, keysOf));
  const body = order(counts[0]).map((key) => [key, ...counts.map((count) => String(count.get(key) ?? 0))]);
  return aligned([[title, "all", "own", "held out"], ...body]);
}

const byCount = (total) => [...total.keys()].sort((a, b) => total.get(b) - total.get(a) || (a < b ? -1 : 1));
const byTaxonomy = () => Object.keys(codes).filter((name) => codes[name].dim !== undefined);
const byLevel = (total) => [...codes._levels, "UNKNOWN"].filter((level) => total.has(level));
const kind = (row) => {
  const { findings } = row.expected;
  const kinds = [
    findings.length === 0 ? "no finding" : findings.length === 1 ? "one finding" : "two findings and more",
  ];
  if (row.ambiguous) kinds.push("ambiguous (not scored)");
  if (row.delivered.pdus) kinds.push("with PDUs");
  if (row.sent.testId) kinds.push("with a test id");
  return ["cases", ...kinds];
};

const text = [
  table("kind", kind, byCount),
  table("sender verdict", (row) => [row.expected.senderVerdict], byLevel),
  table("content verdict", (row) => [row.expected.contentVerdict], byLevel),
  table("language", (row) => [row.lang], byCount),
  table("destination", (row) => [row.context.country], byCount),
  table("code", (row) => row.expected.findings, byTaxonomy),
].join("\n\n");

const [start, end] = ["<!-- counts:start -->", "<!-- counts:end -->"];
const readme = readFileSync(here("./README.md"), "utf8");
const [before, rest] = readme.split(start);
const after = rest?.split(end)[1];
if (after === undefined) throw new Error("README.md lacks the markers of the counts");
const fresh = `${before}${start}\n\n${text}\n\n${end}${after}`;

if (process.argv.includes("--write")) writeFileSync(here("./README.md"), fresh);
else if (process.argv.includes("--check")) process.exitCode = fresh === readme ? 0 : 1;
else console.log(text);
