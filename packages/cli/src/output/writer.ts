import type { Writable } from "node:stream";

/** How much text is gathered before it is written, in UTF-16 code units. */
const BLOCK = 64 * 1024;

/** Gathers text into blocks and waits while the reader of the stream is slower. */
export interface BlockWriter {
  write(text: string): void;
  /** Whether a block has been gathered: `flush` before writing much more. */
  readonly full: boolean;
  /** Writes what has been gathered; resolves when the stream takes more. */
  flush(): Promise<void>;
}

/** Makes a {@link BlockWriter}. */
export function blockWriter(stream: Writable): BlockWriter {
  let gathered = "";
  return {
    write(text) {
      gathered += text;
    },
    get full() {
      return gathered.length >= BLOCK;
    },
    async flush() {
      if (gathered === "") return;
      const block = gathered;
      gathered = "";
      if (!stream.write(block)) await drained(stream);
    },
  };
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: unknown): void => {
      stream.off("drain", settle);
      stream.off("error", settle);
      stream.off("close", settle);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    stream.on("drain", settle);
    stream.on("error", settle);
    stream.on("close", settle);
  });
}
