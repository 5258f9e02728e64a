import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";

/** A file or the standard input. */
export interface StreamSource {
  readonly kind: "stream";
  /** How messages name it. */
  readonly name: string;
  /** In octets, when it is known. */
  readonly size: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

/** PDUs given as arguments that follow each other. */
export interface ArgumentSource {
  readonly kind: "arguments";
  readonly pdus: readonly { readonly pdu: string; readonly argument: number }[];
}

export type Source = StreamSource | ArgumentSource;

const HEX = /^[0-9a-fA-F][0-9a-fA-F\s]*$/;
/** Hex shorter than any PDU is taken for a file if there is one of that name. */
const SHORTEST_PDU = 26;
const FILE_CHUNK = 256 * 1024;

/**
 * Tells PDUs, files and `-` apart.
 *
 * @throws UsageError when an argument is none of them.
 */
export function sourcesOf(args: readonly string[], host: Pick<Host, "stdin">): readonly Source[] {
  const sources: Source[] = [];
  let pdus: { pdu: string; argument: number }[] = [];
  args.forEach((arg, i) => {
    if (arg === "-") {
      if (sources.some((source) => source.kind === "stream" && source.name === STDIN)) {
        throw new UsageError("- can be given only once: the standard input is read to its end");
      }
      sources.push(standardInput(host));
      pdus = [];
      return;
    }
    const stat = statSync(arg, { throwIfNoEntry: false });
    if (HEX.test(arg) && (!stat || arg.length >= SHORTEST_PDU)) {
      if (pdus.length === 0) sources.push({ kind: "arguments", pdus });
      pdus.push({ pdu: arg, argument: i + 1 });
      return;
    }
    if (!stat) throw new UsageError(neitherPduNorFile(arg));
    if (stat.isDirectory()) throw new UsageError(`${arg} is a directory; name the files in it`);
    sources.push(file(arg, stat.isFile() ? stat.size : undefined));
    pdus = [];
  });
  return sources;
}

const STDIN = "stdin";

/** The standard input as a source. */
export function standardInput(host: Pick<Host, "stdin">): StreamSource {
  return { kind: "stream", name: STDIN, size: undefined, open: () => host.stdin };
}

function file(path: string, size: number | undefined): StreamSource {
  return {
    kind: "stream",
    name: path,
    size,
    open: () => createReadStream(path, { highWaterMark: FILE_CHUNK }),
  };
}

/** Octets of all sources together, undefined when one does not tell. */
export function totalSize(sources: readonly Source[]): number | undefined {
  let total = 0;
  for (const source of sources) {
    if (source.kind !== "stream") continue;
    if (source.size === undefined) return undefined;
    total += source.size;
  }
  return total;
}

function neitherPduNorFile(arg: string): string {
  const shown = arg.length > 60 ? `${arg.slice(0, 57)}...` : arg;
  const wrong = arg.search(/[^0-9a-fA-F\s]/);
  const looksLikeHex =
    (arg.match(/[0-9a-fA-F]/g)?.length ?? 0) > arg.length * 0.8 && arg.length >= SHORTEST_PDU;
  if (looksLikeHex && wrong !== -1 && basename(arg) === arg) {
    return `"${shown}" is no PDU: character ${wrong + 1}, "${arg.charAt(wrong)}", is not a hex digit`;
  }
  return `"${shown}" is neither a PDU in hex digits nor a file that exists`;
}
