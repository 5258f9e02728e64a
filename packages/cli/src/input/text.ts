import { StringDecoder } from "node:string_decoder";

/**
 * Turns octets into text: UTF-8, or UTF-16LE where a byte order mark says so. The mark itself is dropped.
 * Octets that are not UTF-8 become U+FFFD.
 */
export async function* readText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array = new Uint8Array(0);
  let decoder: StringDecoder | null = null;
  for await (const chunk of chunks) {
    if (decoder) {
      const text = decoder.write(asBuffer(chunk));
      if (text !== "") yield text;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < 3 && couldBeMark(head)) continue;
    const { encoding, length } = byteOrderMark(head);
    decoder = new StringDecoder(encoding);
    const text = decoder.write(asBuffer(head.subarray(length)));
    if (text !== "") yield text;
  }
  if (!decoder) {
    const { encoding, length } = byteOrderMark(head);
    decoder = new StringDecoder(encoding);
    const text = decoder.write(asBuffer(head.subarray(length)));
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

function couldBeMark(head: Uint8Array): boolean {
  return head.length === 0 || head[0] === 0xef || (head[0] === 0xff && head.length < 2);
}

function byteOrderMark(head: Uint8Array): { encoding: "utf8" | "utf16le"; length: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf16le", length: 2 };
  return { encoding: "utf8", length: 0 };
}

function asBuffer(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
}
