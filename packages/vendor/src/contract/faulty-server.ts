/// <reference types="node" />
import { createServer, type Socket } from "node:net";

/** A request as the server read it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What the server answers. */
export interface RawReply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What happens to a request for creation. */
export type ConnectionFault =
  | { readonly kind: "none" }
  /** Cut as soon as the head has been read. */
  | { readonly kind: "cut-before-body"; readonly reset: boolean }
  /** Cut in the middle of the body. */
  | { readonly kind: "cut-during-body"; readonly reset: boolean }
  /** Cut when all has been read: the vendor may have done everything. */
  | { readonly kind: "cut-after-body"; readonly reset: boolean }
  /** Cut when the answer's headers and a little of its body are out. */
  | { readonly kind: "cut-after-reply-headers"; readonly reset: boolean }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** No answer, and no end. */
  | { readonly kind: "silence" };

/** A server of plain sockets. */
export interface FaultyServer {
  readonly origin: string;
  /** Requests for creation of which the server has read the head. */
  creations(): number;
  close(): Promise<void>;
}

/** What the server is made of. */
export interface FaultyServerOptions {
  readonly isCreation: (request: RawRequest) => boolean;
  readonly reply: (request: RawRequest) => RawReply;
  readonly fault: ConnectionFault;
}

/** Octets of a body after which `cut-during-body` cuts. */
const PART_OF_A_BODY = 64 * 1024;

/**
 * Listens on loopback and treats every request for creation as the fault says. Plain sockets, because an HTTP library
 * would tidy up what is to be broken.
 */
export function startFaultyServer(options: FaultyServerOptions): Promise<FaultyServer> {
  let creations = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, options, () => creations++);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        creations: () => creations,
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => closed());
          }),
      });
    });
  });
}

/** Reads one request after the other from a connection. */
function serve(socket: Socket, { isCreation, reply, fault }: FaultyServerOptions, count: () => void): void {
  let received = Buffer.alloc(0);
  let head: Head | null = null;

  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length > 0 && step()) {}
  });

  /** Whether there may be more to do with what has been received. */
  function step(): boolean {
    if (head === null) {
      head = readHead(received);
      if (head === null) return false;
      received = received.subarray(head.octets);
      if (isCreation({ ...head, body: "" })) {
        count();
        if (fault.kind === "cut-before-body") return cut(fault.reset);
      }
    }
    const creation = isCreation({ ...head, body: "" });
    if (creation && fault.kind === "cut-during-body" && received.length >= PART_OF_A_BODY)
      return cut(fault.reset);
    const body = readBody(head, received);
    if (body === null) return false;
    received = received.subarray(body.octets);
    const request: RawRequest = { ...head, body: body.text };
    head = null;
    if (creation) answerCreation(request);
    else write(reply(request));
    return true;
  }

  function answerCreation(request: RawRequest): void {
    if (fault.kind === "none") write(reply(request));
    else if (fault.kind === "status") write({ body: "", ...fault });
    else if (fault.kind === "cut-after-reply-headers") {
      const begun =
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n[{"id":';
      socket.write(begun, () => cut(fault.reset));
    } else if (fault.kind !== "silence") cut(fault.reset);
  }

  function write({ status, body, headers = {} }: RawReply): void {
    const lines = Object.entries({ "content-type": "application/json", ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.write(
      `HTTP/1.1 ${status} Status\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  function cut(reset: boolean): false {
    if (reset) socket.resetAndDestroy();
    else socket.destroy();
    return false;
  }
}

interface Head {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly octets: number;
}

function readHead(received: Buffer): Head | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = received.subarray(0, end).toString("latin1").split("\r\n");
  const [method = "", path = ""] = first.split(" ");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { method, path, headers, octets: end + 4 };
}

/** The body by its length or in chunks; `null` while some of it is missing. */
function readBody(head: Head, received: Buffer): { readonly text: string; readonly octets: number } | null {
  if (head.headers.get("transfer-encoding") !== "chunked") {
    const length = Number(head.headers.get("content-length") ?? 0);
    return received.length < length
      ? null
      : { text: received.subarray(0, length).toString(), octets: length };
  }
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = received.indexOf("\r\n", at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(received.subarray(at, lineEnd).toString("latin1"), 16);
    const start = lineEnd + 2;
    if (received.length < start + size + 2) return null;
    if (size === 0) return { text: Buffer.concat(parts).toString(), octets: start + 2 };
    parts.push(received.subarray(start, start + size));
    at = start + size + 2;
  }
}
