import type { Command } from "../command-line/command.ts";
import { decodeSources } from "../decode/decode-sources.ts";
import { UsageError } from "../exit-status.ts";
import { INPUT_KINDS } from "../input/recognise.ts";
import { sourcesOf, standardInput } from "../input/source.ts";
import { createFormat } from "../output/create-format.ts";
import { FORMATS } from "../output/format.ts";
import { DECODE_OPTIONS, decodeOptionsOf } from "./decode-options.ts";

/** `smsproof decode`: PDUs of any number and origin in, one value each out. */
export const decodeCommand: Command = {
  name: "decode",
  summary: "decode PDUs, from one to millions, into one value each",
  operands: "[PDU ...] [FILE ...] [-]",
  details: [
    "A PDU is given as hex digits, - is the standard input. Files and the standard input may hold a PDU a line,",
    "NDJSON, JSON or CSV with PDUs in it, packed with gzip or not; which, is recognised by itself.",
    "What cannot be decoded becomes an error record in its place. Exit status: 0 all decoded, 1 some failed,",
    "2 called wrongly or an input could not be read.",
  ],
  options: {
    format: {
      value: "NAME",
      choices: FORMATS,
      about: "by itself pretty on a terminal, ndjson elsewhere",
    },
    field: {
      value: "NAME",
      about: "the field (dotted path) or column of PDUs; by itself pdusDelivered, pdu",
    },
    input: {
      value: "KIND",
      choices: INPUT_KINDS,
      about: "what the input is, when it is not to be recognised",
    },
    messages: { about: "join parts into messages; what stays incomplete is printed too" },
    source: { about: "add to each value where it came from: file, line, record, index" },
    ...DECODE_OPTIONS,
  },
  examples: [
    ["smsproof decode 07917283010010F5040BC87238880900F100009930925161958003C16010", "one PDU"],
    ["smsproof decode results.ndjson.gz > decoded.ndjson", "a file of a vendor's results"],
    ["smsproof decode --messages --format csv export.csv --field raw_pdu", "a column of a CSV file, joined"],
  ],
  async run(call, host) {
    const { operands, values, flags } = call;
    if (operands.length === 0 && host.stdin.isTTY) {
      throw new UsageError("Nothing to decode: give a PDU, a file, or - for what you type");
    }
    const sources = operands.length === 0 ? [standardInput(host)] : sourcesOf(operands, host);
    return decodeSources(
      {
        sources,
        read: { field: values["field"], kind: INPUT_KINDS.find((kind) => kind === values["input"]) },
        decode: await decodeOptionsOf(call),
        format: createFormat(
          FORMATS.find((format) => format === values["format"]),
          flags.has("source"),
          host,
        ),
        messages: flags.has("messages"),
      },
      host,
    );
  },
};
