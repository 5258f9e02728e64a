// A long-running fuzzer over dist/: `npm run fuzz -- --minutes N [--seed S] [--write]`.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import * as pdu from "@smsproof/pdu";
import { dissect } from "@smsproof/pdu/dissect";
import { checkInput } from "./fuzz/checks.mjs";
import { inputFrom } from "./fuzz/inputs.mjs";
import { minimise } from "./fuzz/minimise.mjs";
import { randomFrom } from "./fuzz/random.mjs";

const USAGE = `Usage: npm run fuzz -- [--minutes N] [--seed S] [--write]

Tries random and mutated PDUs, streams of parts, texts, modem responses and RPDUs until the time is up.
What breaks a promise is made small and saved to vectors/findings.jsonl, which a test replays.

  --minutes N   how long, default 1
  --seed S      a number to repeat a run, default the time
  --write       put the number of inputs into README.md

Exit status: 0 nothing found, 1 something found, 2 wrong arguments.
`;

const FINDINGS = new URL("../vectors/findings.jsonl", import.meta.url);
const README = new URL("../README.md", import.meta.url);
/** Enough to work on; a broken promise soon breaks on every input. */
const MAX_FINDINGS = 20;
const BATCH = 200;

function argumentsOrExit() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: "string", default: "1" },
        seed: { type: "string", default: String(Date.now() % 0x7fffffff) },
        write: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const minutes = Number(values.minutes);
    const seed = Number(values.seed);
    if (!(minutes > 0)) throw new Error(`--minutes must be a number above 0, not ${values.minutes}.`);
    if (!Number.isInteger(seed)) throw new Error(`--seed must be an integer, not ${values.seed}.`);
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    return { minutes, seed, write: values.write };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function save(finding) {
  const known = existsSync(FINDINGS) ? readFileSync(FINDINGS, "utf8").split("\n").length - 1 : 0;
  const id = `fuzz-${String(known + 1).padStart(3, "0")}`;
  appendFileSync(FINDINGS, `${JSON.stringify({ id, ...finding })}\n`);
  return id;
}

/** One paragraph between the markers. */
function writeReadme(line) {
  const text = readFileSync(README, "utf8");
  const section = /<!-- fuzz -->[\s\S]*?<!-- \/fuzz -->/;
  if (!section.test(text)) throw new Error("README.md has no place for it: <!-- fuzz --><!-- /fuzz -->");
  writeFileSync(
    README,
    text.replace(section, () => `<!-- fuzz -->\n${line}\n<!-- /fuzz -->`),
  );
}

// Half of the inputs are refused with an error: its stack is most of what that costs.
Error.stackTraceLimit = 3;
const { minutes, seed, write } = argumentsOrExit();
const api = { ...pdu, dissect };
const random = randomFrom(seed);
const end = performance.now() + minutes * 60_000;
const counts = new Map();
const found = new Map();
let inputs = 0;
let shown = 0;

while (performance.now() < end && found.size < MAX_FINDINGS) {
  for (let i = 0; i < BATCH; i++) {
    const input = inputFrom(random);
    counts.set(input.kind, (counts.get(input.kind) ?? 0) + 1);
    inputs += 1;
    const broken = checkInput(api, input);
    // One finding a promise and kind: the next hundred are the same.
    if (broken === null || found.has(`${input.kind} ${broken.check}`)) continue;
    const small = minimise(input, (shorter) => checkInput(api, shorter)?.check === broken.check);
    const { message } = checkInput(api, small) ?? broken;
    const finding = {
      found: new Date().toISOString().slice(0, 10),
      seed,
      check: broken.check,
      message,
      input: small,
    };
    found.set(`${input.kind} ${broken.check}`, finding);
    process.stderr.write(`\n${save(finding)}: ${broken.check}: ${message}\n${JSON.stringify(small)}\n`);
  }
  if (process.stderr.isTTY && performance.now() - shown > 500) {
    shown = performance.now();
    const left = Math.max(0, Math.ceil((end - shown) / 1000));
    process.stderr.write(`\r${inputs.toLocaleString("en")} inputs, ${found.size} findings, ${left} s left `);
  }
}
if (process.stderr.isTTY) process.stderr.write("\n");

const kinds = [...counts].map(([kind, count]) => `${count.toLocaleString("en")} ${kind}`).join(", ");
console.log(
  `${inputs.toLocaleString("en")} inputs (${kinds}) in ${minutes} min, seed ${seed}: ${found.size} findings.`,
);
if (write && found.size === 0)
  writeReadme(
    `${new Date().toISOString().slice(0, 10)}: ${inputs.toLocaleString("en")} inputs in ${minutes} minutes without a finding ` +
      `(seed ${seed}, Node ${process.versions.node}, one core of ${cpus()[0]?.model}): ${kinds}.`,
  );
process.exitCode = found.size > 0 ? 1 : 0;
