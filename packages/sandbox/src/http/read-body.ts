import { bodyTextOf } from "./plain-request.ts";

/** The most that a request body may hold, in octets. */
export const MAX_BODY_OCTETS = 1_048_576;

/** A body, or why there is none. */
export type ReadBody =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "not-utf8" };

/** Reads a body as UTF-8, counting as it comes: a wrong Content-Length proves nothing. */
export async function readBody(request: Request, limit: number = MAX_BODY_OCTETS): Promise<ReadBody> {
  const text = bodyTextOf(request);
  if (text !== null) return ofText(text, limit);
  if (Number(request.headers.get("content-length") ?? 0) > limit) return { kind: "too-large" };
  const octets = request.body === null ? new Uint8Array() : await collect(request.body, limit);
  if (octets === null) return { kind: "too-large" };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(octets) };
  } catch {
    return { kind: "not-utf8" };
  }
}

/** UTF-8 takes one to three octets for a code unit; half a surrogate pair is sent as U+FFFD. */
function ofText(text: string, limit: number): ReadBody {
  const fits =
    text.length * 3 <= limit || (text.length <= limit && new TextEncoder().encode(text).length <= limit);
  return fits ? { kind: "text", text: text.replace(/\p{Surrogate}/gu, "\uFFFD") } : { kind: "too-large" };
}

async function collect(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The value of a JSON text, or undefined when it is none (JSON itself has no undefined). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
