import type { CompareInput, ComparisonResult } from "@smsproof/compare";
import { failureLog } from "../decode/failures.ts";
import { ExitStatus } from "../exit-status.ts";
import type { Host } from "../host.ts";
import type { FaultItem } from "../input/item.ts";
import { readJsonLines, type ValueItem } from "../input/json-lines.ts";
import { ReadError } from "../input/read-error.ts";
import { type StreamSource, totalSize } from "../input/source.ts";
import { readStreamText } from "../input/stream-text.ts";
import { blockWriter } from "../output/writer.ts";
import { printable } from "../terminal/printable.ts";
import { progressOn } from "../terminal/progress.ts";
import { readCompareRecord } from "./compare-record.ts";
import { arrivedAsSent, type Compared } from "./compared.ts";
import type { CompareFormat } from "./format.ts";

export interface CompareRun {
  readonly sources: readonly StreamSource[];
  readonly format: CompareFormat;
  compare(input: CompareInput): ComparisonResult;
}

/** Compares every record of all sources, one after the other, onto the standard output. */
export async function compareSources(
  { sources, format, compare }: CompareRun,
  host: Host,
): Promise<ExitStatus> {
  const writer = blockWriter(host.stdout);
  const failures = failureLog(!format.tellsPlaces);
  const progress = progressOn(host, totalSize(sources));
  const forget = host.onInterrupt(progress.erase);
  let octets = 0;
  let records = 0;
  let unreadable = false;
  let allAsSent = true;
  const onOctets = (count: number): void => {
    octets += count;
  };

  async function take(item: ValueItem | FaultItem, file: string): Promise<void> {
    const compared = comparedOf(item, file, compare);
    records += 1;
    if (compared.kind === "error") failures.add(compared);
    else allAsSent &&= arrivedAsSent(compared.value);
    writer.write(format.result(compared));
    if (writer.full) await writer.flush();
  }

  try {
    writer.write(format.head());
    for (const source of sources) {
      try {
        for await (const items of readStreamText(source, { onOctets }, readJsonLines)) {
          for (const item of items) await take(item, source.name);
          await writer.flush();
          progress.update({ octets, records, failed: failures.records });
        }
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        unreadable = true;
        progress.erase();
        host.stderr.write(`${printable(`smsproof: ${error.message.replace(/\.$/, "")}.`)}\n`);
      }
    }
    writer.write(format.tail());
    await writer.flush();
  } finally {
    progress.erase();
    forget();
  }
  host.stderr.write(failures.summary(records));
  if (unreadable) return ExitStatus.usage;
  return failures.records > 0 || !allAsSent ? ExitStatus.failures : ExitStatus.ok;
}

/** What one line gives. Never throws: no input, and no fault of the comparison itself, stops the next record. */
function comparedOf(
  item: ValueItem | FaultItem,
  file: string,
  compare: (input: CompareInput) => ComparisonResult,
): Compared {
  const { line, input } = item;
  const read =
    item.kind === "fault"
      ? { kind: "fault" as const, code: item.code, message: item.message, field: null, extras: {} }
      : readCompareRecord(item.value);
  const { extras } = read;
  const instead = (code: string, message: string, field: string | null): Compared => ({
    kind: "error",
    value: { error: { code, message, field, offset: null }, input },
    source: { file, line, record: item.record, index: 0 },
    path: "",
    extras,
  });
  if (read.kind === "fault") return instead(read.code, read.message, read.field);
  try {
    return { kind: "comparison", value: compare(read.input), extras, place: { file, line } };
  } catch (error) {
    const why = error instanceof Error ? error.message : "it gave no reason";
    return instead("COMPARISON_FAILED", `The comparison failed: ${why.replace(/\.$/, "")}.`, null);
  }
}
