import type { Call, Command } from "../command-line/command.ts";
import { callInput, describesMessage, MESSAGE_OPTIONS } from "../compare/call-input.ts";
import { compareSources } from "../compare/compare-sources.ts";
import { arrivedAsSent } from "../compare/compared.ts";
import {
  COMPARE_FORMATS,
  type CompareFormat,
  type CompareFormatName,
  jsonComparison,
  jsonComparisons,
  ndjsonComparisons,
} from "../compare/format.ts";
import { markdownComparisons } from "../compare/markdown.ts";
import { prettyComparisons } from "../compare/pretty.ts";
import { ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { type StreamSource, sourcesOf, standardInput } from "../input/source.ts";
import { blockWriter } from "../output/writer.ts";
import { styleFor } from "../terminal/style.ts";
import { columnsOf } from "../terminal/width.ts";

/** Columns where the output is no terminal that tells: a common finding then takes one line. */
const WIDTH = 160;

/** `smsproof compare`: what was sent against what was delivered, for one message or for each line of a file. */
export const compareCommand: Command = {
  name: "compare",
  summary: "compare what was sent with what was delivered, one message or millions",
  operands: "[FILE ...] [-]",
  details: [
    "Says what became of sender and text, how, and with which proof. One message is described by options; files and",
    "the standard input (-) hold a JSON object a line with sent, delivered, destination, of which every other key,",
    "such as id, is handed through. In texts [this] was added, [-this-] lost, [old → new] changed.",
    "Exit status: 0 all the same or equivalent, 1 something altered, replaced, missing, not reported, or a line that",
    "could not be read, 2 called wrongly or an input could not be read.",
  ],
  options: {
    ...MESSAGE_OPTIONS,
    "late-after": { value: "SECONDS", about: "from when on a delivery is late; by itself 60" },
    format: {
      value: "NAME",
      choices: COMPARE_FORMATS,
      about: "by itself pretty; ndjson for files where the output is no terminal",
    },
  },
  examples: [
    [
      'smsproof compare --sent-sender ACME --sent-text "Your code is 482913" --delivered-sender INFO --delivered-text "Your code is 482913. Reply STOP" --country FR',
      "one message",
    ],
    ["smsproof compare --format ndjson deliveries.ndjson > verdicts.ndjson", "a file, one result a line"],
  ],
  async run(call, host) {
    const single = describesMessage(call);
    if (single && call.operands.length > 0)
      throw new UsageError("A message is described by options or read from files, not both");
    if (!single && call.operands.length === 0 && host.stdin.isTTY)
      throw new UsageError(
        "Nothing to compare: describe a message by options, name a file, or - for what you type",
      );
    return single ? compareOne(call, host) : compareMany(call, host);
  },
};

async function compareOne(call: Call, host: Host): Promise<ExitStatus> {
  const input = callInput(call);
  const compare = await engine(call);
  const value = compare(input);
  const format = formatOf(call, host, "one");
  const writer = blockWriter(host.stdout);
  writer.write(format.result({ kind: "comparison", value, extras: {}, place: null }));
  await writer.flush();
  return arrivedAsSent(value) ? ExitStatus.ok : ExitStatus.failures;
}

async function compareMany(call: Call, host: Host): Promise<ExitStatus> {
  const sources = call.operands.length === 0 ? [standardInput(host)] : filesOf(call.operands, host);
  return compareSources({ sources, format: formatOf(call, host, "many"), compare: await engine(call) }, host);
}

function filesOf(operands: readonly string[], host: Host): readonly StreamSource[] {
  return sourcesOf(operands, host).map((source) => {
    if (source.kind === "stream") return source;
    throw new UsageError("compare reads files; a PDU is given with --pdu");
  });
}

/** The engine is loaded when it is needed: its tables cost the other commands time. */
async function engine({ values }: Call): Promise<Parameters<typeof compareSources>[0]["compare"]> {
  const limit = values["late-after"];
  const lateAfterSeconds = limit === undefined ? undefined : Number(limit);
  if (limit?.trim() === "" || (lateAfterSeconds !== undefined && !(lateAfterSeconds >= 0)))
    throw new UsageError(`--late-after takes a number of seconds, not "${limit}"`);
  const { compare } = await import("@smsproof/compare");
  return (input) => compare(input, { lateAfterSeconds });
}

function formatOf({ values }: Call, host: Host, count: "one" | "many"): CompareFormat {
  const byItself: CompareFormatName = count === "one" || host.stdout.isTTY ? "pretty" : "ndjson";
  switch (COMPARE_FORMATS.find((name) => name === values["format"]) ?? byItself) {
    case "json":
      return count === "one" ? jsonComparison : jsonComparisons();
    case "ndjson":
      return ndjsonComparisons;
    case "markdown":
      return markdownComparisons();
    case "pretty":
      return prettyComparisons(
        { style: styleFor(host.stdout, host.env), width: columnsOf(host.stdout, WIDTH) },
        count === "many",
      );
  }
}
