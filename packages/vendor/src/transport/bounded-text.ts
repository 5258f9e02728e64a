/** A body, or the fact that it is larger than allowed. */
export type BoundedText = { readonly text: string } | { readonly tooLarge: true };

/**
 * Reads a body as UTF-8, at most so many octets of it. What declares itself larger is not read at all; what turns out
 * larger is cancelled. Throws what the stream throws.
 */
export async function readBoundedText(
  source: { readonly body: ReadableStream<Uint8Array> | null; readonly headers: Headers },
  maxOctets: number,
): Promise<BoundedText> {
  if (source.body === null) return { text: "" };
  const reader = source.body.getReader();
  if (Number(source.headers.get("content-length") ?? 0) > maxOctets) {
    drop(reader);
    return { tooLarge: true };
  }
  const decoder = new TextDecoder();
  let text = "";
  let octets = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode() };
    octets += value.byteLength;
    if (octets > maxOctets) {
      drop(reader);
      return { tooLarge: true };
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Not waited for: the cancelling of one half of a cloned body ends only with the other half. */
function drop(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}
