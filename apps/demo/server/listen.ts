import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

/** How many ports behind the wanted one are tried. */
const PORTS_TRIED = 20;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Ends open connections and resolves when the port is free. */
  readonly close: () => Promise<void>;
}

/** Listens on the loopback address, on the wanted port or the next free one; 0 takes any. */
export async function listen(app: Hono, wanted: number): Promise<Listening> {
  for (let port = wanted; ; port += 1) {
    const server = createAdaptorServer({ fetch: app.fetch, hostname: "127.0.0.1" }) as Server;
    try {
      await listening(server, port);
    } catch (error) {
      if (!isTaken(error) || port === 65_535 || port >= wanted + PORTS_TRIED) throw error;
      continue;
    }
    const address = server.address();
    const bound = typeof address === "object" && address !== null ? address.port : port;
    return { url: `http://127.0.0.1:${bound}/`, close: () => closed(server) };
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
