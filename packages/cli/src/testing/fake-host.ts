import { Readable, Writable } from "node:stream";
import type { Host } from "../host.ts";

export interface FakeHost {
  readonly host: Host;
  stdout(): string;
  stderr(): string;
  /** What Ctrl-C would do. */
  interrupt(): void;
}

export interface FakeHostOptions {
  readonly input?: string | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly terminals?: { readonly stdin?: boolean; readonly stdout?: boolean; readonly stderr?: boolean };
  readonly columns?: number;
  /** How far the clock moves each time it is read. */
  readonly tickMs?: number;
}

/** A host that keeps what is written, for running commands within a test. */
export function fakeHost(options: FakeHostOptions = {}): FakeHost {
  const { input = "", env = {}, terminals = {}, columns, tickMs = 0 } = options;
  const pieces = typeof input === "string" ? [input] : input;
  const written: Record<"stdout" | "stderr", string> = { stdout: "", stderr: "" };
  const cleanUps = new Set<() => void>();
  let time = 0;

  function output(name: "stdout" | "stderr"): Host["stdout"] {
    const stream = new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written[name] += chunk;
        done();
      },
    });
    return Object.assign(stream, { isTTY: terminals[name] ?? false, columns });
  }

  return {
    host: {
      stdin: Object.assign(Readable.from(pieces.map((piece) => Buffer.from(piece))), {
        isTTY: terminals.stdin ?? false,
      }),
      stdout: output("stdout"),
      stderr: output("stderr"),
      env,
      now() {
        time += tickMs;
        return time;
      },
      onInterrupt(cleanUp) {
        cleanUps.add(cleanUp);
        return () => cleanUps.delete(cleanUp);
      },
      untilStopped: () =>
        new Promise((resolve) => {
          cleanUps.add(resolve);
        }),
    },
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    interrupt() {
      for (const cleanUp of cleanUps) cleanUp();
    },
  };
}
