import type { Readable, Writable } from "node:stream";

/** An output of the process. */
export type Output = Writable & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** An input of the process. */
type Input = Readable & { readonly isTTY?: boolean | undefined };

/** What the command sees of the process it runs in; tests hand it their own. */
export interface Host {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that only grow. */
  now(): number;
  /** Registers what to do before the process ends by Ctrl-C; gives back how to take it off again. */
  onInterrupt(cleanUp: () => void): () => void;
  /** For what runs until it is stopped: resolves at Ctrl-C or SIGTERM, which then no longer end the process. */
  untilStopped(): Promise<void>;
}
