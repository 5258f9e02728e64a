import { createServer } from "node:net";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { listen } from "./listen.ts";
import { portOf } from "./port.ts";

describe("listen", () => {
  it("takes the next free port and gives it back", async () => {
    const app = new Hono().get("/", (context) => context.text("here"));
    const first = await listen(app, 0);
    const taken = Number(new URL(first.url).port);
    const second = await listen(app, taken);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    expect(await (await fetch(second.url)).text()).toBe("here");
    await Promise.all([first.close(), second.close()]);
    const again = await listen(app, taken);
    expect(again.url).toBe(first.url);
    await again.close();
  });

  it("is not reached from other machines", async () => {
    const { url, close } = await listen(new Hono(), 0);
    expect(new URL(url).hostname).toBe("127.0.0.1");
    // The port stays free on every other address: the server is bound to loopback alone.
    const other = createServer();
    await new Promise<void>((resolve, reject) =>
      other.once("error", reject).listen(Number(new URL(url).port), "127.0.0.2", resolve),
    );
    other.close();
    await close();
  });
});

describe("portOf", () => {
  it.each([
    [undefined, 4000],
    ["", 4000],
    ["0", 0],
    ["8080", 8080],
    ["65535", 65_535],
  ])("reads %j as %d", (value, port) => {
    expect(portOf(value)).toBe(port);
  });

  it.each(["65536", "-1", "4e3", "http", " 80", "123456"])("refuses %j", (value) => {
    expect(() => portOf(value)).toThrow(RangeError);
  });
});
