import { fstatSync } from "node:fs";
import { Readable } from "node:stream";
import { ExitStatus } from "./exit-status.ts";
import type { Host } from "./host.ts";

/**
 * The real process as a {@link Host}, with the manners of a filter: when the reader of the output goes away
 * (`| head`) it ends at once and quietly with status 0, on Ctrl-C it cleans up and ends with 130.
 */
export function processHost(): { host: Host; end(): void } {
  const cleanUps = new Set<() => void>();
  const end = (): void => {
    for (const cleanUp of cleanUps) cleanUp();
    cleanUps.clear();
  };
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    end();
    if (error.code === "EPIPE") process.exit(ExitStatus.ok);
    process.stderr.write(`smsproof: The output could not be written: ${error.message}.\n`);
    process.exit(ExitStatus.usage);
  });
  // Nobody is left to tell.
  process.stderr.on("error", () => {});
  process.once("SIGINT", () => {
    end();
    process.exit(ExitStatus.interrupted);
  });
  const host: Host = {
    get stdin() {
      return standardInput();
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => performance.now(),
    onInterrupt(cleanUp) {
      cleanUps.add(cleanUp);
      return () => cleanUps.delete(cleanUp);
    },
  };
  return { host, end };
}

/** Node reads a directory as nothing at all, without a word. */
function standardInput(): Host["stdin"] {
  if (!isDirectory(0)) return process.stdin;
  const error = Object.assign(new Error("is a directory"), { code: "EISDIR" });
  return new Readable({
    read() {
      this.destroy(error);
    },
  });
}

function isDirectory(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}
