import { isPduError } from "@smsproof/pdu";
import { dissect } from "@smsproof/pdu/dissect";
import type { Call, Command } from "../command-line/command.ts";
import { ExitStatus, UsageError } from "../exit-status.ts";
import { markdownLines } from "../explain/markdown.ts";
import { onePdu } from "../explain/one-pdu.ts";
import { hasErrors, headline, rowsOf } from "../explain/rows.ts";
import { tableLines } from "../explain/table.ts";
import type { Host } from "../host.ts";
import { ReadError } from "../input/read-error.ts";
import { DEFAULT_WIDTH } from "../output/create-format.ts";
import { blockWriter } from "../output/writer.ts";
import { printable } from "../terminal/printable.ts";
import { styleFor } from "../terminal/style.ts";
import { columnsOf } from "../terminal/width.ts";
import { DECODE_OPTIONS, decodeOptionsOf } from "./decode-options.ts";

const FORMATS = ["pretty", "json", "ndjson", "markdown"] as const;

/** `smsproof explain`: one PDU, octet by octet. */
export const explainCommand: Command = {
  name: "explain",
  summary: "show what each octet of a PDU means",
  operands: "PDU | FILE | -",
  details: [
    "Prints offset, octets, name, meaning and the clause of 3GPP TS 23.040, 23.038 or 24.011, one line a field,",
    "and what is odd under the line where it stands. A broken PDU is explained as far as it goes.",
    "Exit status: 0 explained, 1 the PDU is broken, 2 called wrongly or the input could not be read.",
  ],
  options: {
    format: {
      value: "NAME",
      choices: FORMATS,
      about: "by itself pretty; json is the tree that dissect() gives",
    },
    bits: { about: "the bits of every octet, down to the septets of the text" },
    "no-clauses": { about: "leave out the clause numbers" },
    smsc: DECODE_OPTIONS.smsc,
    charset: DECODE_OPTIONS.charset,
  },
  examples: [
    ["smsproof explain 07917283010010F5040BC87238880900F100009930925161958003C16010", "a PDU"],
    ["pbpaste | smsproof explain", "what has been copied"],
  ],
  async run(call, host) {
    let pdu: string;
    try {
      pdu = await onePdu(call.operands, host);
    } catch (error) {
      if (error instanceof ReadError) throw new UsageError(error.message);
      throw error;
    }
    return explain(pdu, call, host);
  },
};

async function explain(pdu: string, call: Call, host: Host): Promise<ExitStatus> {
  const { values, flags } = call;
  const options = await decodeOptionsOf(call);
  const writer = blockWriter(host.stdout);
  try {
    const tree = dissect(pdu, options);
    const format = FORMATS.find((name) => name === values["format"]) ?? "pretty";
    if (format === "json") writer.write(`${JSON.stringify(tree, null, 2)}\n`);
    else if (format === "ndjson") writer.write(`${JSON.stringify(tree)}\n`);
    else {
      const rows = rowsOf(tree, pdu.replace(/\s/g, "").toUpperCase());
      const clauses = !flags.has("no-clauses");
      const style = styleFor(host.stdout, host.env);
      const width = columnsOf(host.stdout, DEFAULT_WIDTH);
      const lines =
        format === "markdown"
          ? markdownLines(headline(tree), rows, clauses)
          : [
              style("bold", headline(tree)),
              "",
              ...tableLines(rows, { style, width, clauses, bits: flags.has("bits") ? "all" : "flags" }),
            ];
      writer.write(lines.map((line) => `${line}\n`).join(""));
    }
    await writer.flush();
    return hasErrors(tree) ? ExitStatus.failures : ExitStatus.ok;
  } catch (error) {
    if (!isPduError(error)) throw error;
    const { message, offset } = error;
    host.stderr.write(`${printable(`smsproof: ${message.replace(/\.$/, "")} (octet ${offset}).`)}\n`);
    return ExitStatus.failures;
  }
}
