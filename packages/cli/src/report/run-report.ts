import { writeFile } from "node:fs/promises";
import { renderCsv, renderHtml, renderNdjson, type StoredTest } from "@smsproof/campaign";
import { grouped } from "../decode/failures.ts";
import { ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { blockWriter } from "../output/writer.ts";
import { inPlainWords } from "../storage/plain-failures.ts";
import { expectKept, openStorage } from "../storage/storage.ts";
import { printable } from "../terminal/printable.ts";
import type { ReportCall } from "./report-call.ts";

/** Tests of one report; the newest are taken. */
const MAX_TESTS = 100_000;

/** Reads what was kept, and writes it as a page, as records, or both. */
export function runReport(call: ReportCall, host: Host): Promise<ExitStatus> {
  return inPlainWords(async () => {
    const tests = await read(call, host);
    if (tests.length === MAX_TESTS)
      host.stderr.write(
        `Only the newest ${grouped(MAX_TESTS)} tests are shown: --since and --until divide them.\n`,
      );
    if (call.html !== undefined) await writePage(tests, call.html, call.title, host);
    if (call.format !== undefined)
      await print(call.format === "csv" ? renderCsv(tests) : renderNdjson(tests), host);
    return ExitStatus.ok;
  });
}

async function read({ storage, query }: ReportCall, host: Host): Promise<readonly StoredTest[]> {
  expectKept(storage);
  const store = await openStorage(storage, host);
  try {
    return await store.query({ ...query, limit: MAX_TESTS });
  } finally {
    await store.close();
  }
}

async function writePage(
  tests: readonly StoredTest[],
  file: string,
  title: string | undefined,
  host: Host,
): Promise<void> {
  const page = renderHtml(tests, title === undefined ? {} : { title });
  if (file === "-") return print([page], host);
  try {
    await writeFile(file, page);
  } catch (error) {
    throw new UsageError(
      `The page cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const count = `${grouped(tests.length)} ${tests.length === 1 ? "test" : "tests"}`;
  host.stderr.write(`${printable(`${count} in ${file}.`)}\n`);
}

async function print(pieces: Iterable<string>, host: Host): Promise<void> {
  const writer = blockWriter(host.stdout);
  for (const piece of pieces) {
    writer.write(piece);
    if (writer.full) await writer.flush();
  }
  await writer.flush();
}
