import type { Diagnostic, ServiceCentreTimeStamp, SmsDeliver } from "@smsproof/pdu";
import {
  type ErrorResult,
  errorInWords,
  type MessageResult,
  placeInWords,
  type Result,
} from "../decode/result.ts";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { wrap } from "../terminal/width.ts";
import { ALPHABET_WORDS } from "./data-coding-words.ts";
import type { Format } from "./format.ts";

export interface PrettyOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  readonly withSource: boolean;
}

/** A block for each message, for people. Texts cannot steer the terminal: see `printable`. */
export function prettyFormat(options: PrettyOptions): Format {
  let first = true;
  return {
    tellsPlaces: true,
    head: () => "",
    result(result) {
      const lines = blockOf(result, options);
      if (!first) lines.unshift("");
      first = false;
      return lines.map((line) => `${line}\n`).join("");
    },
    tail: () => "",
  };
}

function blockOf(result: Result, options: PrettyOptions): string[] {
  if (result.kind === "error") return errorBlock(result, options);
  const { style } = options;
  const { value } = result;
  const diagnostics =
    result.kind === "deliver"
      ? result.value.diagnostics
      : [...result.value.diagnostics, ...result.value.parts.flatMap((part) => part.diagnostics)];
  const smsc = value.smsc ? `SMSC ${value.smsc.address === "" ? "empty" : value.smsc.address}` : "no SMSC";
  const sender = value.originator.address === "" ? "(no sender)" : value.originator.address;
  const head = [style("bold", printable(sender)), timeInWords(value.timestamp), smsc].join("  ");
  const facts = result.kind === "deliver" ? factsOf(result.value) : messageFacts(result.value);
  const source = sourceInWords(result, options);
  return [
    head,
    `  ${style("dim", [...facts, ...source].join(" · "))}`,
    ...bodyLines(value.text, value.data, options),
    ...diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, options)),
  ];
}

function errorBlock(result: ErrorResult, { style, width }: PrettyOptions): string[] {
  const [first = "", ...rest] = wrap(
    printable(`${placeInWords(result)}: ${errorInWords(result.value)}`),
    width - 2,
  );
  const input = printable(result.value.input);
  const room = Math.max(20, width - 4);
  const shown = input.length > room * 4 ? `${input.slice(0, room * 4 - 1)}…` : input;
  return [
    `${style("red", "✗")} ${first}`,
    ...rest.map((line) => `  ${line}`),
    ...(shown === "" ? [] : wrap(shown, room).map((line) => `    ${style("dim", line)}`)),
  ];
}

function timeInWords({ iso, raw }: ServiceCentreTimeStamp): string {
  return iso === null ? `impossible time ${raw}` : iso.replace("T", " ").replace(/(Z|[+-]\d\d:\d\d)$/, " $1");
}

function factsOf({
  dataCoding,
  concatenation,
  ports,
  nationalLanguage,
  protocolIdentifier,
}: SmsDeliver): string[] {
  const facts: string[] = [ALPHABET_WORDS[dataCoding.alphabet]];
  if (dataCoding.messageClass !== null) facts.push(`class ${dataCoding.messageClass}`);
  if (dataCoding.compressed) facts.push("compressed");
  if (dataCoding.messageWaiting) {
    const { active, kind } = dataCoding.messageWaiting;
    facts.push(`${kind} waiting indication ${active ? "on" : "off"}`);
  }
  if (protocolIdentifier.value !== 0) facts.push(protocolIdentifier.kind.replaceAll("-", " "));
  if (nationalLanguage) {
    const { locking, single } = nationalLanguage;
    if (locking !== null) facts.push(`locking shift table ${locking}`);
    if (single !== null) facts.push(`single shift table ${single}`);
  }
  if (ports) facts.push(`ports ${ports.source} to ${ports.destination}`);
  if (concatenation) {
    const { sequence, total, reference } = concatenation;
    facts.push(`part ${sequence} of ${total}, reference ${reference}`);
  }
  return facts;
}

function messageFacts(value: MessageResult["value"]): string[] {
  const [first] = value.parts;
  const facts = first ? factsOf({ ...first, concatenation: null }) : [ALPHABET_WORDS[value.alphabet]];
  const { concatenation } = value;
  if (!concatenation) return facts;
  const { total, reference } = concatenation;
  if (value.type === "message")
    facts.push(`${total} ${total === 1 ? "part" : "parts"}, reference ${reference}`);
  else {
    const which = `${value.missing.length === 1 ? "part" : "parts"} ${value.missing.join(", ")} of ${total} missing`;
    facts.push(`incomplete: ${which}, reference ${reference}`);
  }
  if (value.duplicates > 0) facts.push(`${value.duplicates} repeated`);
  return facts;
}

function sourceInWords(result: Exclude<Result, ErrorResult>, { withSource }: PrettyOptions): string[] {
  if (!withSource) return [];
  const places = result.kind === "message" ? result.sources : [result.source];
  const words = places.map(({ file, line, index }) =>
    printable(file === null ? "argument" : `${file}:${line}${index === 0 ? "" : ` [${index}]`}`),
  );
  return [words.join(", ")];
}

function bodyLines(text: string | null, data: string | null, { style, width }: PrettyOptions): string[] {
  const bar = style("cyan", "│");
  const room = Math.max(20, width - 4);
  if (text !== null) {
    return text
      .split("\n")
      .flatMap((line) => wrap(printable(line), room))
      .map((line) => `  ${bar} ${line}`.trimEnd());
  }
  if (data === null || data === "") return [];
  return wrap(data, room - (room % 2)).map((line) => `  ${bar} ${style("dim", line)}`);
}

const MARKS = { error: ["✗", "red"], warning: ["!", "yellow"], info: ["·", "dim"] } as const;

function diagnosticLines(
  { severity, code, message, offset }: Diagnostic,
  { style, width }: PrettyOptions,
): string[] {
  const [mark, look] = MARKS[severity];
  const words = printable(`${message.replace(/\.$/, "")} (octet ${offset}, ${code})`);
  return wrap(words, Math.max(20, width - 4)).map(
    (line, i) => `  ${i === 0 ? style(look, mark) : " "} ${line}`,
  );
}
