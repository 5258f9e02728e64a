import { createServer } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHttpSender } from "./http-sender.ts";
import { type HttpTemplate, readHttpTemplate } from "./http-template.ts";

const message = { from: "ACME & Co", to: "32470000001", text: 'a "b" <c> {from} 100%\n\u20ac' };
const json: HttpTemplate = { url: "https://gw.example/send", json: { to: "{to}", text: "{text}" } };

function capture(template: unknown, response = () => new Response("{}")) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request.clone());
    return response();
  };
  return { requests, sender: createHttpSender(template, { fetch, environment: { KEY: "s3cret" } }) };
}

describe("the request", () => {
  it("is JSON whose texts hold the message as it is", async () => {
    const { requests, sender } = capture({
      ...json,
      headers: { authorization: "Bearer {env:KEY}" },
      json: { messages: [{ "to-{to}": "{from}: {text}", flash: false, n: 1, none: null }] },
    });
    await sender.send(message);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer s3cret");
    expect(await requests[0]?.json()).toEqual({
      messages: [{ "to-32470000001": `ACME & Co: ${message.text}`, flash: false, n: 1, none: null }],
    });
  });

  it("is a form, a URL or XML, each escaped for its place", async () => {
    const form = capture({ url: "https://gw.example/", form: { t: "{text}" } });
    await form.sender.send(message);
    expect(new URLSearchParams(await form.requests[0]?.text()).get("t")).toBe(message.text);
    const url = capture({ url: "https://gw.example/?t={text}&f={from}", method: "GET" });
    await url.sender.send(message);
    expect(new URL(url.requests[0]?.url ?? "").searchParams.get("t")).toBe(message.text);
    const xml = capture({ url: "https://gw.example/", text: { body: "<m>{text}</m>", escape: "xml" } });
    await xml.sender.send({ ...message, text: "<&>" });
    expect(await xml.requests[0]?.text()).toBe("<m>&lt;&amp;&gt;</m>");
  });

  it("carries any text there is, placeholders within it left alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const { requests, sender } = capture(json);
        await sender.send({ ...message, text });
        expect(await requests[0]?.json()).toEqual({ to: message.to, text });
      }),
      { numRuns: 50 },
    );
  });

  it("is not made where a header or a URL cannot hold the message", async () => {
    const { requests, sender } = capture({ ...json, headers: { "x-text": "{text}" } });
    expect(await sender.send({ ...message, text: "a\r\nx-evil: 1" })).toMatchObject({ outcome: "rejected" });
    expect(requests).toHaveLength(0);
  });

  it.each([
    [{ url: "ftp://x", json: "{text}" }, "url"],
    [{ url: "https://{to}.example/", json: "{text}" }, "url"],
    [{ url: "https://a.example/", json: "no text" }, ""],
    [{ url: "https://a.example/", json: "{text}", form: {} }, ""],
    [{ url: "https://a.example/", json: "{text}", method: "get" }, "method"],
    [{ url: "https://a.example/", json: "{text}", headers: { "a b": "" } }, "headers.a b"],
  ])("needs a template that is one: %#", (template, path) => {
    expect(() => readHttpTemplate(template)).toThrow(
      expect.objectContaining({ code: "CONFIG_INVALID", path }),
    );
  });

  it("needs its variables, and names the one that is missing", () => {
    const template = { ...json, headers: { key: "{env:NOT_SET}" } };
    expect(() => createHttpSender(template, { environment: {} })).toThrow(/NOT_SET/);
  });
});

describe("the outcome", () => {
  it("takes the message's id from where the template says", async () => {
    const template = { ...json, messageId: "messages.0.id" };
    const { sender } = capture(template, () => Response.json({ messages: [{ id: 42 }] }));
    expect(await sender.send(message)).toEqual({ outcome: "accepted", messageIds: ["42"], parts: 1 });
    for (const body of ["{}", "no JSON", '{"messages":null}']) {
      const other = capture(template, () => new Response(body));
      expect(await other.sender.send(message)).toMatchObject({ outcome: "accepted", messageIds: [] });
    }
  });

  it.each([
    [202, "accepted", undefined],
    [302, "rejected", false],
    [401, "rejected", false],
    [429, "rejected", true],
    [408, "unknown", undefined],
    [500, "unknown", undefined],
    [503, "unknown", undefined],
  ])("of status %i is %s", async (status, outcome, retryable) => {
    const { sender } = capture(json, () => new Response(null, { status }));
    expect(await sender.send(message)).toMatchObject({
      outcome,
      ...(retryable === undefined ? {} : { retryable }),
    });
  });

  it("follows the template where a gateway has its own ways", async () => {
    const template = { ...json, accepted: [201], rejected: [503] };
    expect(await capture(template, () => new Response("")).sender.send(message)).toMatchObject({
      outcome: "unknown",
    });
    const busy = capture(template, () => new Response(null, { status: 503 }));
    expect(await busy.sender.send(message)).toMatchObject({ outcome: "rejected" });
  });

  it("is that nothing went out where no connection stood, and unknown where one broke or stayed silent", async () => {
    const server = createServer((request) => void (request.url === "/break" && request.socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const send = (path: string) =>
      createHttpSender({ ...json, url: `${origin}${path}` }, { timeoutMs: 200 }).send(message);
    expect(await send("/break")).toMatchObject({ outcome: "unknown" });
    expect(await send("/silent")).toMatchObject({
      outcome: "unknown",
      reason: expect.stringContaining("200 ms"),
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await send("/gone")).toMatchObject({ outcome: "rejected", retryable: true });
  });
});
