// node scripts/score.mjs FILE [--predictions OUT] [-v]
// Scores the built engine on a file of labelled cases and writes what it predicts, one row a case.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { compare } from "../dist/index.js";
import { inputOf, predictionOf, readCases, scoreOf } from "./scoring.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { predictions: { type: "string" }, verbose: { type: "boolean", short: "v", default: false } },
});
const [file] = positionals;
if (file === undefined) {
  console.error("usage: node scripts/score.mjs FILE [--predictions OUT] [-v]");
  process.exit(2);
}
// The root script changes the folder; paths are meant from where it was called.
const here = (path) => resolve(process.env.SMSPROOF_CALLED_FROM ?? ".", path);
const cases = readCases(here(file));
const predictions = cases.map((row) => predictionOf(row.id, compare(inputOf(row))));
if (values.predictions !== undefined)
  writeFileSync(here(values.predictions), predictions.map((row) => `${JSON.stringify(row)}\n`).join(""));
const score = scoreOf(cases, predictions);
if (values.verbose)
  for (const { id, expected, row, missed, extra, note } of score.faults)
    console.log(
      `${id} ${expected.senderVerdict}/${expected.contentVerdict} -> ${row.senderVerdict}/${row.contentVerdict}`,
      missed.length > 0 ? `missed ${missed.join(",")}` : "",
      extra.length > 0 ? `extra ${extra.join(",")}` : "",
      `| ${note}`,
    );
const shown = (share) => share.toFixed(3);
console.log(`cases scored      ${score.cases}`);
console.log(`sender verdict    ${shown(score.senderVerdict)}`);
console.log(`content verdict   ${shown(score.contentVerdict)}`);
console.log(`findings          precision ${shown(score.precision)}  recall ${shown(score.recall)}`);
console.log(`whole cases right ${score.wholeCases} of ${score.cases}`);
