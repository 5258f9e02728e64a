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
  const interrupt = (): void => {
    end();
    process.exit(ExitStatus.interrupted);
  };
  process.once("SIGINT", interrupt);
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
    untilStopped() {
      process.off("SIGINT", interrupt);
      return new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
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
    // Plain numbers would stay in the array that `realpathSync` of Node 20 looks at: after a pipe, modules that are
    // imported later would be looked for behind unresolved links.
    return fstatSync(descriptor, { bigint: true }).isDirectory();
  } catch {
    return false;
  }
}
