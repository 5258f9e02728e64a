import type { Diagnostic } from "@smsproof/pdu";
import type { Result, SourcePlace } from "../decode/result.ts";
import { csvCell } from "./csv-cell.ts";
import type { Format } from "./format.ts";

/** The columns, in their order. Columns are only ever added, at the end. */
export const CSV_COLUMNS = [
  "type",
  "smsc",
  "originator",
  "originatorType",
  "timestamp",
  "timestampRaw",
  "protocolIdentifier",
  "dataCoding",
  "alphabet",
  "messageClass",
  "reference",
  "part",
  "parts",
  "missing",
  "text",
  "data",
  "diagnostics",
  "errorCode",
  "errorMessage",
  "errorField",
  "errorOffset",
  "input",
] as const;

type Column = (typeof CSV_COLUMNS)[number];
type Row = Partial<Record<Column, string | number | null>>;

const SOURCE_COLUMNS = ["file", "line", "record", "index"] as const;

/** A flat table with a header (RFC 4180, LF at line ends); cells as {@link csvCell} makes them. */
export function csvFormat(withSource: boolean): Format {
  const header = withSource ? [...CSV_COLUMNS, ...SOURCE_COLUMNS] : CSV_COLUMNS;
  return {
    head: () => `${header.join(",")}\n`,
    result(result) {
      const row = toRow(result);
      const cells = CSV_COLUMNS.map((column) => csvCell(row[column]));
      if (withSource) {
        const source = firstSource(result);
        cells.push(...SOURCE_COLUMNS.map((column) => csvCell(source?.[column])));
      }
      return `${cells.join(",")}\n`;
    },
    tail: () => "",
  };
}

function firstSource(result: Result): SourcePlace | undefined {
  return result.kind === "message" ? result.sources[0] : result.source;
}

function toRow(result: Result): Row {
  switch (result.kind) {
    case "error": {
      const { error, input } = result.value;
      return {
        type: "error",
        errorCode: error.code,
        errorMessage: error.message,
        errorField: error.field,
        errorOffset: error.offset,
        input,
      };
    }
    case "deliver": {
      const { value } = result;
      return {
        ...shared(value),
        protocolIdentifier: value.protocolIdentifier.value,
        dataCoding: value.dataCoding.value,
        alphabet: value.dataCoding.alphabet,
        messageClass: value.dataCoding.messageClass,
        reference: value.concatenation?.reference ?? null,
        part: value.concatenation?.sequence ?? null,
        parts: value.concatenation?.total ?? null,
        diagnostics: codes(value.diagnostics),
      };
    }
    case "message": {
      const { value } = result;
      const [first] = value.parts;
      const odd = [...value.diagnostics, ...value.parts.flatMap((part) => part.diagnostics)];
      return {
        ...shared(value),
        protocolIdentifier: first?.protocolIdentifier.value ?? null,
        dataCoding: first?.dataCoding.value ?? null,
        alphabet: value.alphabet,
        messageClass: first?.dataCoding.messageClass ?? null,
        reference: value.concatenation?.reference ?? null,
        parts: value.concatenation?.total ?? null,
        missing: value.type === "incomplete" ? value.missing.join(" ") : null,
        diagnostics: codes(odd),
      };
    }
  }
}

function shared(value: Exclude<Result, { kind: "error" }>["value"]): Row {
  return {
    type: value.type,
    smsc: value.smsc?.address ?? null,
    originator: value.originator.address,
    originatorType: value.originator.ton,
    timestamp: value.timestamp.iso,
    timestampRaw: value.timestamp.raw,
    text: value.text,
    data: value.data,
  };
}

function codes(diagnostics: readonly Diagnostic[]): string {
  return [...new Set(diagnostics.map(({ code }) => code))].join(" ");
}
