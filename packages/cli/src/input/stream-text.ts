import { unpacked } from "./gunzip.ts";
import { ReadError } from "./read-error.ts";
import type { StreamSource } from "./source.ts";
import { readText } from "./text.ts";

/** Who wants to know how far a source has been read. */
export interface OctetCount {
  /** Told how many octets came in, before unpacking. */
  onOctets?(octets: number): void;
}

/**
 * Reads a file or the standard input as text, unpacked, and hands it to a reader in pieces.
 *
 * @throws ReadError when it cannot be opened or breaks off, and when the reader cannot go on; it names the source.
 * What came before has been handed on.
 */
export async function* readStreamText<Result>(
  source: StreamSource,
  count: OctetCount,
  reader: (pieces: AsyncGenerator<string>) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  try {
    yield* reader(readText(unpacked(counted(source.open(), count))));
  } catch (error) {
    if (error instanceof ReadError) throw new ReadError(`${source.name}: ${error.message}`);
    const failure = readFailure(error);
    if (failure === null) throw error;
    throw new ReadError(`${source.name} ${failure}`, { cause: error });
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, count: OctetCount): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count.onOctets?.(chunk.length);
    yield chunk;
  }
}

/** What the system or the unpacking says, null for anything else: that is a mistake of ours. */
function readFailure(error: unknown): string | null {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return null;
  return READ_FAILURES[error.code] ?? `could not be read to its end: ${error.message}`;
}

const READ_FAILURES: Readonly<Record<string, string>> = {
  EACCES: "may not be read: permission denied",
  EPERM: "may not be read: permission denied",
  ENOENT: "is no longer there",
  EISDIR: "is a directory",
  EIO: "could not be read to its end: the device reports an error",
  Z_DATA_ERROR: "could not be unpacked to its end: the gzip data is damaged",
  Z_BUF_ERROR: "could not be unpacked to its end: the gzip data is cut off",
};
