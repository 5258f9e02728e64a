import { readCsv } from "./csv.ts";
import { readHexLines } from "./hex-lines.ts";
import type { Batches } from "./item.ts";
import { readJsonDocuments } from "./json-documents.ts";
import { readNdjson } from "./ndjson.ts";
import { pduField } from "./pdu-field.ts";
import { type InputKind, recogniseInput } from "./recognise.ts";
import type { ArgumentSource, Source, StreamSource } from "./source.ts";
import { type OctetCount, readStreamText } from "./stream-text.ts";

export interface ReadOptions extends OctetCount {
  /** The field or column of PDUs, undefined for those of the vendors. */
  readonly field: string | undefined;
  /** What the input is, undefined to let it be recognised. */
  readonly kind: InputKind | undefined;
}

/**
 * Reads a source to its end.
 *
 * @throws ReadError when it cannot be opened, breaks off, or is a CSV file without the column; what came before
 * has been handed on.
 */
export function readSource(source: Source, options: ReadOptions): Batches {
  return source.kind === "arguments" ? readArguments(source) : readStream(source, options);
}

async function* readArguments(source: ArgumentSource): Batches {
  yield {
    items: source.pdus.map(({ pdu, argument }, i) => ({
      kind: "pdu",
      pdu,
      unit: "loose",
      line: 0,
      record: i + 1,
      index: 0,
      path: `argument ${argument}`,
    })),
    records: source.pdus.length,
  };
}

function readStream(source: StreamSource, options: ReadOptions): Batches {
  return readStreamText(source, options, async function* (text) {
    const pieces = text[Symbol.asyncIterator]();
    const { kind, head } = await recognised(pieces, options);
    yield* reader(kind, options.field)(replay(head, pieces));
  });
}

function reader(kind: InputKind, field: string | undefined): (pieces: AsyncIterable<string>) => Batches {
  switch (kind) {
    case "hex":
      return (pieces) => readHexLines(pieces);
    case "ndjson":
      return (pieces) => readNdjson(pieces, pduField(field));
    case "json":
      return (pieces) => readJsonDocuments(pieces, pduField(field));
    case "csv":
      return (pieces) => readCsv(pieces, field);
  }
}

async function recognised(
  pieces: AsyncIterator<string>,
  { kind, field }: ReadOptions,
): Promise<{ kind: InputKind; head: string }> {
  if (kind) return { kind, head: "" };
  let head = "";
  for (;;) {
    const next = await pieces.next();
    if (!next.done) head += next.value;
    const found = recogniseInput(head, next.done === true, field);
    if (found !== "more") return { kind: found, head };
  }
}

async function* replay(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (head !== "") yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
