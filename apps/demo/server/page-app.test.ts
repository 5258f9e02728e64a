import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageApp } from "./page-app.ts";
import { readPageFiles } from "./page-files.ts";

const folder = mkdtempSync(join(tmpdir(), "smsproof-page-"));
const page = join(folder, "page");

beforeAll(() => {
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(page, "assets", "main-1a2b.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "not for the network");
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, init: RequestInit = {}, host = "127.0.0.1:4000"): Promise<Response> =>
  Promise.resolve(pageApp(readPageFiles(page)).request(`http://${host}${path}`, init));

describe("pageApp", () => {
  it("serves the page under / with headers that keep it to itself", async () => {
    const response = await ask("/");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("<title>page</title>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": expect.stringMatching(/^default-src 'self'; .*frame-ancestors 'none'/),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
    });
  });

  it("serves files with their type, those with a hash in their name for good", async () => {
    const response = await ask("/assets/main-1a2b.js");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  it("answers 304 to who has the file", async () => {
    const etag = (await ask("/")).headers.get("etag") ?? "";
    const response = await ask("/", { headers: { "if-none-match": etag } });
    expect([response.status, await response.text()]).toEqual([304, ""]);
  });

  it.each([
    "/nothing",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/assets/",
    "/%00",
  ])("has no %s", async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-security-policy")).not.toBeNull();
  });

  it("answers HEAD without a body and refuses to be written to", async () => {
    const head = await ask("/", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const post = await ask("/", { method: "POST", body: "x" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it.each(["evil.example:4000", "127.0.0.1.evil.example"])("refuses to be %s", async (host) => {
    expect((await ask("/", {}, host)).status).toBe(421);
  });

  it.each(["localhost:4000", "127.0.0.1:4000", "[::1]:4000"])("is known as %s", async (host) => {
    expect((await ask("/", {}, host)).status).toBe(200);
  });
});
