import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Unpacks gzip, recognised by its first two octets, as a stream; hands anything else on as it is. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    length += next.value.length;
  }
  const first = Buffer.concat(head.map((chunk) => chunk.subarray(0, 2)));
  const all = replay(head, iterator);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  // What goes wrong destroys the stream, and is thrown where it is read.
  pipeline(Readable.from(all, { objectMode: false }), gunzip, () => {});
  yield* gunzip;
}

async function* replay(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
