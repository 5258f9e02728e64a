import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { readConnectionFailure } from "./connection-failure.ts";

async function fetchError(url: string): Promise<unknown> {
  try {
    await fetch(url);
    return null;
  } catch (error) {
    return error;
  }
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("readConnectionFailure", () => {
  it("knows from Node's fetch that a closed port was never sent to", async () => {
    const error = await fetchError(`http://127.0.0.1:${await closedPort()}/`);
    expect(readConnectionFailure(error)).toEqual({ systemCode: "ECONNREFUSED", neverSent: true });
  });

  it("knows the same where both addresses of a name were tried", async () => {
    const error = await fetchError(`http://localhost:${await closedPort()}/`);
    expect(readConnectionFailure(error).neverSent).toBe(true);
  });

  it("knows from Node's fetch that a name that does not resolve was never sent to", async () => {
    const error = await fetchError("http://name.invalid/");
    expect(readConnectionFailure(error).neverSent).toBe(true);
  });

  it("makes no claim about a connection that broke", async () => {
    const server = createServer((socket) => socket.once("data", () => socket.destroy()));
    const port = await new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
    );
    const error = await fetchError(`http://127.0.0.1:${port}/`);
    server.close();
    expect(readConnectionFailure(error)).toEqual({ systemCode: "UND_ERR_SOCKET", neverSent: false });
  });

  it("makes no claim about what it does not know", () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    for (const error of [
      new TypeError("fetch failed"),
      null,
      "text",
      loop,
      { code: "ECONNRESET" },
      { code: 5 },
    ]) {
      expect(readConnectionFailure(error).neverSent).toBe(false);
    }
  });
});
