import { counted } from "../dom/element.ts";
import type { DecodeReport } from "./decode-report.ts";

const KINDS: Readonly<Record<DecodeReport["kind"], string>> = {
  empty: "",
  lines: "",
  json: "JSON: ",
  ndjson: "JSON lines: ",
  csv: "Table: ",
};

/** `JSON: 2 messages from 3 PDUs, 1 incomplete, 1 not decoded`. */
export function reportInWords({ kind, totals, link }: DecodeReport): string {
  if (kind === "empty") return "";
  const { records, messages, incomplete, failures } = totals;
  if (records === 0) return `${KINDS[kind]}no PDU in it`;
  const pieces = [
    messages + incomplete > 0
      ? `${counted(messages + incomplete, "message")} from ${counted(records, "PDU")}`
      : counted(records, "record"),
    incomplete > 0 ? `${incomplete.toLocaleString("en")} incomplete` : "",
    failures > 0 ? `${failures.toLocaleString("en")} not decoded` : "",
    link === null ? "too many for a link" : "",
  ];
  return KINDS[kind] + pieces.filter((piece) => piece !== "").join(", ");
}
