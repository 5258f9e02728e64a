import { createServer, type IncomingMessage, type Server } from "node:http";
import { Readable } from "node:stream";
import type { CallbackHandler } from "@smsproof/vendor";

/** A plain node:http server (the same adapter serves Express) that takes TestSMS's callbacks; the path ends in the key. */
export function createCallbackServer(handleCallback: CallbackHandler): Server {
  return createServer(async (incoming, outgoing) => {
    const response = await handleCallback(toRequest(incoming));
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), connection: "close" });
    outgoing.end(await response.text());
  });
}

function toRequest(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  // The body streams: the handler's bound holds before the body is in memory.
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  const init = { method, headers, body, duplex: "half" };
  return new Request(new URL(url, "http://callbacks.invalid"), init);
}
