import type { DecodeOptions } from "@smsproof/pdu";
import { ExitStatus } from "../exit-status.ts";
import type { Host } from "../host.ts";
import type { Batch, Item } from "../input/item.ts";
import { ReadError } from "../input/read-error.ts";
import { type ReadOptions, readSource } from "../input/read-source.ts";
import { type Source, totalSize } from "../input/source.ts";
import type { Format } from "../output/format.ts";
import { blockWriter } from "../output/writer.ts";
import { printable } from "../terminal/printable.ts";
import { progressOn } from "../terminal/progress.ts";
import { decodeItem } from "./decode-item.ts";
import { failureLog } from "./failures.ts";
import { messageJoiner } from "./join-messages.ts";

export interface DecodeRun {
  readonly sources: readonly Source[];
  readonly read: Pick<ReadOptions, "field" | "kind">;
  readonly decode: DecodeOptions;
  readonly format: Format;
  /** Whether parts are joined into messages. */
  readonly messages: boolean;
}

/** Decodes all sources, one after the other, onto the standard output. */
export async function decodeSources(run: DecodeRun, host: Host): Promise<ExitStatus> {
  const { format } = run;
  const writer = blockWriter(host.stdout);
  const failures = failureLog(!format.tellsPlaces);
  const joiner = run.messages ? messageJoiner() : null;
  const progress = progressOn(host, totalSize(run.sources));
  const forget = host.onInterrupt(progress.erase);
  let octets = 0;
  let recordsBefore = 0;
  let unreadable = false;

  const options: ReadOptions = {
    ...run.read,
    onOctets(count) {
      octets += count;
    },
  };
  let joined: { record: number } | null = null;

  /** Prints what one item gives, messages that end here included. */
  function take(item: Item, file: string | null): void {
    if (joiner && joined?.record !== item.record) {
      for (const message of joiner.endRecord()) writer.write(format.result(message));
      joined = { record: item.record };
    }
    const result = decodeItem(item, file, run.decode);
    if (result.kind === "error") failures.add(result);
    if (joiner && result.kind === "deliver" && item.kind === "pdu") {
      for (const message of joiner.add(result, item.unit)) writer.write(format.result(message));
    } else {
      writer.write(format.result(result));
    }
  }

  async function takeBatch(batch: Batch, file: string | null): Promise<void> {
    for (const item of batch.items) {
      take(item, file);
      if (writer.full) await writer.flush();
    }
    await writer.flush();
    progress.update({ octets, records: recordsBefore + batch.records, failed: failures.records });
  }

  try {
    writer.write(format.head());
    for (const source of run.sources) {
      const file = source.kind === "stream" ? source.name : null;
      let records = 0;
      try {
        for await (const batch of readSource(source, options)) {
          records = batch.records;
          await takeBatch(batch, file);
        }
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        unreadable = true;
        progress.erase();
        host.stderr.write(`${printable(`smsproof: ${error.message.replace(/\.$/, "")}.`)}\n`);
      }
      recordsBefore += records;
      for (const message of joiner?.endRecord() ?? []) writer.write(format.result(message));
      joined = null;
    }
    for (const message of joiner?.end() ?? []) writer.write(format.result(message));
    writer.write(format.tail());
    await writer.flush();
  } finally {
    progress.erase();
    forget();
  }
  host.stderr.write(failures.summary(recordsBefore));
  if (unreadable) return ExitStatus.usage;
  return failures.records > 0 ? ExitStatus.failures : ExitStatus.ok;
}
