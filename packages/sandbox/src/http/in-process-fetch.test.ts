import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createInProcessFetch } from "./in-process-fetch.ts";
import { bodyTextOf, requestOf } from "./plain-request.ts";
import { readBody } from "./read-body.ts";

describe("requestOf", () => {
  const cases: readonly (readonly [string, RequestInit | undefined])[] = [
    ["http://x/a?b=c#d", undefined],
    ["HTTP://EXAMPLE.com:80/ä b", { headers: { accept: "text/html" } }],
    ["http://x/", { method: "POST", body: "text" }],
    ["http://x/", { method: "PUT", body: "{}", headers: [["Content-Type", "application/json"]] }],
    ["http://x/", { method: "DELETE" }],
    ["http://x/", { method: "post", body: "lower case" }],
    ["http://x/", { method: "OPTIONS" }],
    ["http://x/", { method: "POST", body: new URLSearchParams({ a: "b c" }) }],
    ["http://x/", { method: "POST", body: new TextEncoder().encode("octets") }],
  ];

  it.each(cases)("is to the sandbox what a real request is: %s %j", async (input, init) => {
    const real = new Request(input, init);
    const request = requestOf(input, init);
    expect([request.method, request.url.split("#")[0]]).toEqual([real.method, real.url.split("#")[0]]);
    expect([...request.headers]).toEqual([...real.headers]);
    expect(await readBody(request)).toEqual(await readBody(real));
  });

  it("has every member that a real request has", async () => {
    const controller = new AbortController();
    const init = { method: "POST", body: '{"a":"é"}', signal: controller.signal } as const;
    const ask = () => requestOf("http://x/y?z", init);
    const real = new Request("http://x/y?z", init);
    expect(ask()).toBeInstanceOf(Request);
    expect(bodyTextOf(ask())).not.toBeNull();
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(Request.prototype))) {
      const value: unknown = Reflect.get(ask(), name);
      expect([name, typeof value]).toEqual([name, typeof Reflect.get(real, name)]);
      if (get !== undefined && typeof value !== "object") expect(value).toBe(Reflect.get(real, name));
    }
    expect(await ask().json()).toEqual({ a: "é" });
    expect(await ask().clone().text()).toBe(init.body);
    expect(new Uint8Array(await ask().arrayBuffer())).toEqual(new TextEncoder().encode(init.body));
    const read = ask();
    await read.text();
    expect(read.bodyUsed).toBe(true);
    const { signal } = ask();
    controller.abort();
    expect(signal.aborted).toBe(true);
  });

  it.each([
    ["nonsense", undefined],
    ["/relative", undefined],
    ["http://x/", { method: "GET", body: "text" }],
    ["http://x/", { method: "TRACE" }],
    ["http://x/", { headers: { "bad header": "x" } }],
  ] as const)("refuses what a real request refuses: %s %j", (input, init) => {
    expect(() => new Request(input, init as RequestInit)).toThrow(TypeError);
    expect(() => requestOf(input, init as RequestInit)).toThrow(TypeError);
  });

  it("reads any text as a real request would send it, and keeps the same bound", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(120), async (body, limit) => {
        const init = { method: "POST", body };
        const request = requestOf("http://x/", init);
        expect(bodyTextOf(request)).toBe(body);
        expect(await readBody(request, limit)).toEqual(await readBody(new Request("http://x/", init), limit));
      }),
    );
  });
});

describe("readBody", () => {
  it("refuses what is no UTF-8", async () => {
    const body = Uint8Array.of(0xff);
    expect(await readBody(new Request("http://x/", { method: "POST", body }))).toEqual({ kind: "not-utf8" });
  });

  it("does not believe a Content-Length that is too small", async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request("http://x/", {
      method: "POST",
      body,
      headers: { "content-length": "1" },
      ...{ duplex: "half" },
    });
    expect(await readBody(request, 5000)).toEqual({ kind: "too-large" });
  });
});

describe("the in-process fetch", () => {
  it("hands on the signal of a request, or of its init", async () => {
    const seen: boolean[] = [];
    const fetch = createInProcessFetch(async (request) => {
      seen.push(request.signal.aborted);
      return { kind: "whole", response: new Response("ok") };
    });
    await fetch("http://x/");
    await fetch("http://x/", { signal: new AbortController().signal });
    await expect(fetch(new Request("http://x/", { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(seen).toEqual([false, false]);
  });
});
