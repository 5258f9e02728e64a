import { describe, expect, it } from "vitest";
import { baseUrlFault } from "./base-url.ts";
import { runsInBrowser } from "./browser.ts";
import { readEnvironment } from "./environment.ts";

describe("readEnvironment", () => {
  it("reads a variable, trimmed; empty counts as absent", () => {
    expect(readEnvironment("A", { A: " x " })).toBe("x");
    expect(readEnvironment("A", { A: "  " })).toBeUndefined();
    expect(readEnvironment("A", {})).toBeUndefined();
    expect(readEnvironment("PATH")).toBe(process.env["PATH"]);
  });

  it("counts a variable that may not be read as absent", () => {
    const forbidden = new Proxy(
      {},
      {
        get: () => {
          throw new Error("NotCapable");
        },
      },
    );
    expect(readEnvironment("A", forbidden)).toBeUndefined();
  });
});

describe("runsInBrowser", () => {
  it("knows pages and their workers from servers", () => {
    expect(runsInBrowser()).toBe(false);
    expect(runsInBrowser({ window: { document: {} } })).toBe(true);
    expect(runsInBrowser({ importScripts: () => {}, navigator: { userAgent: "Mozilla/5.0" } })).toBe(true);
    expect(runsInBrowser({ importScripts: () => {}, navigator: { userAgent: "Cloudflare-Workers" } })).toBe(
      false,
    );
  });
});

describe("baseUrlFault", () => {
  it.each(["https://api.example/v1", "http://127.0.0.1:4010/api", "http://localhost:1", "http://[::1]:80/x"])(
    "takes %s",
    (url) => {
      expect(baseUrlFault(url)).toBe(null);
    },
  );

  it.each([
    "http://api.example",
    "ftp://x.example",
    "/v1",
    "https://u:p@x.example",
    "https://x.example?a=1",
    "http://127.0.0.1.example",
  ])("refuses %s", (url) => {
    expect(baseUrlFault(url)).toEqual(expect.any(String));
  });
});
