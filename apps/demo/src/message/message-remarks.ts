import type { Diagnostic, DiagnosticCode } from "@smsproof/pdu";
import type { MessageEntry } from "../decode/decode-report.ts";

/** What a part alone complains of although its neighbour has the other half. */
const MENDED_BY_JOINING: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "LONE_SURROGATE",
  "LONE_ESCAPE",
]);

/** The diagnostics of a message as a whole: what joining has mended is left out. */
export function messageRemarks({ message, parts, repeated }: MessageEntry): readonly Diagnostic[] {
  const ofParts = [...parts, ...repeated].flatMap(({ value }) => value.diagnostics);
  if (parts.length < 2) return ofParts;
  return [...ofParts.filter(({ code }) => !MENDED_BY_JOINING.has(code)), ...message.diagnostics];
}

/** Whether joining the parts mended what this diagnostic of one part complains of. */
export function isMended({ message, parts }: MessageEntry, { code }: Diagnostic): boolean {
  return (
    parts.length > 1 && MENDED_BY_JOINING.has(code) && !message.diagnostics.some((left) => left.code === code)
  );
}
