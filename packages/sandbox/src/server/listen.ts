import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Socket, type Server as TcpServer } from "node:net";
import { createAdaptorServer, type HttpBindings, type ServerType } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Air } from "../air/air.ts";
import { isLoopbackUrl } from "../callbacks/loopback.ts";
import type { Reply } from "../faults/spoil.ts";
import { DEFAULT_SMPP_TIMERS, type SmppTimers, serveSession } from "../smpp/session.ts";
import type { Credentials } from "../world.ts";

/** Where a sandbox listens. */
export interface ListenOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** 0 picks a free one; `null`, the default, opens no SMPP port. */
  readonly smppPort?: number | null;
  /** Default 127.0.0.1. Anything that is not loopback must be meant: nothing in a sandbox is protected. */
  readonly host?: string;
  readonly smppTimers?: Partial<SmppTimers>;
}

/** An open sandbox. */
export interface Listening {
  /** `http://127.0.0.1:4010` */
  readonly origin: string;
  /** `smpp://127.0.0.1:2775`, null when there is no SMPP port. */
  readonly smpp: string | null;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** What there is to open. */
export interface Opened {
  readonly answer: (request: Request) => Promise<Reply>;
  readonly air: () => Air;
  readonly credentials: Credentials;
}

/** How many SMPP sessions there may be at a time. */
const MAX_SMPP_SESSIONS = 100;

/** Opens HTTP and, if asked, SMPP. Rejects with the system's error when a port is taken. */
export async function listen(opened: Opened, options: ListenOptions): Promise<Listening> {
  const host = options.host ?? "127.0.0.1";
  const http = httpServer(opened, isLoopbackUrl(new URL(`http://${bracketed(host)}/`)));
  const port = await bound(http, options.port ?? 0, host);
  const smpp = options.smppPort == null ? null : smppServer(opened, options);
  let smppPort: number | null = null;
  try {
    if (smpp !== null) smppPort = await bound(smpp.server, options.smppPort ?? 0, host);
  } catch (error) {
    await closed(http);
    throw error;
  }
  return {
    origin: `http://${bracketed(host)}:${port}`,
    smpp: smppPort === null ? null : `smpp://${bracketed(host)}:${smppPort}`,
    async close() {
      if ("closeAllConnections" in http) http.closeAllConnections();
      for (const socket of smpp?.sockets ?? []) socket.destroy();
      await Promise.all([closed(http), smpp === null ? undefined : closed(smpp.server)]);
    },
  };
}

function httpServer({ answer }: Opened, loopback: boolean): ServerType {
  return createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      // A page of another site can make a name of its own point to this machine, and must not steer it.
      if (loopback && (!isLoopbackUrl(new URL(request.url)) || fromAnotherSite(request))) {
        return Response.json(
          { error: { field: "host", message: "this sandbox answers its own machine only" } },
          { status: 403, headers: { "x-sandbox": "1" } },
        );
      }
      const reply = await answer(request);
      if (reply.kind === "whole") return reply.response;
      endEarly(reply, env as HttpBindings);
      return RESPONSE_ALREADY_SENT;
    },
  });
}

function fromAnotherSite(request: Request): boolean {
  return request.headers.get("sec-fetch-site") === "cross-site";
}

function endEarly(
  reply: Exclude<Reply, { kind: "whole" }>,
  { incoming, outgoing }: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse },
): void {
  if (reply.kind === "none") {
    // A reset rather than an orderly end: the client must see what a dying connection looks like.
    incoming.socket.resetAndDestroy();
    return;
  }
  const { status, headers } = reply.response;
  outgoing.writeHead(status, {
    ...Object.fromEntries(headers),
    "content-length": reply.octets.length * 2 + 1,
  });
  outgoing.write(reply.octets, () => incoming.socket.destroy());
}

function smppServer(
  { air, credentials }: Opened,
  { smppTimers }: ListenOptions,
): { readonly server: TcpServer; readonly sockets: ReadonlySet<Socket> } {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveSession(socket, {
      air,
      credentials: credentials.smpp,
      timers: { ...DEFAULT_SMPP_TIMERS, ...smppTimers },
    });
  });
  server.maxConnections = MAX_SMPP_SESSIONS;
  return { server, sockets };
}

function bound(server: ServerType | TcpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // Afterwards a connection that cannot be accepted (too many open files) is lost; the others go on.
      server.on("error", () => undefined);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

const closed = (server: ServerType | TcpServer): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
  });

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);
