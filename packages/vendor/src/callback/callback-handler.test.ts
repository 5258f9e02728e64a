import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../contract/virtual-clock.ts";
import { resultWith } from "../testing/results.ts";
import { createObserver } from "../transport/observer.ts";
import { createResultInbox } from "../waiting/result-inbox.ts";
import { carriesToken } from "./bearer-token.ts";
import {
  type CallbackEvent,
  type CallbackHandlerOptions,
  createCallbackHandler,
} from "./callback-handler.ts";

const TOKEN = "the-right-token-of-this-test";

function rig(options: Partial<CallbackHandlerOptions> = {}) {
  const clock = createVirtualClock();
  const warnings: string[] = [];
  const events: CallbackEvent[] = [];
  const told: string[] = [];
  const inbox = createResultInbox();
  const handle = createCallbackHandler({
    vendor: "any",
    authorise: (request) => carriesToken(request.headers.get("authorization"), TOKEN),
    read: (body) => {
      const { id, status } = (body ?? {}) as { id?: string; status?: string };
      if (id === undefined || status === undefined)
        return { issues: [{ path: "id", message: "is missing" }] };
      return { result: resultWith(status, { testId: id }) };
    },
    keyOf: ({ testId }) => testId ?? "",
    inbox,
    onResult: ({ status }) => void told.push(status.name),
    onCallback: (event) => void events.push(event),
    maxBodyOctets: 100,
    bodyTimeoutMs: 1_000,
    clock,
    observer: createObserver({}, { debug: () => undefined, warn: (message) => void warnings.push(message) }),
    ...options,
  });
  const post = async (
    body: BodyInit | null,
    authorization: string | null = `Bearer ${TOKEN}`,
  ): Promise<number> => {
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const init = { method: "POST", body, headers, duplex: "half" };
    const response = await clock.run(handle(new Request("https://me.example/hook", init)));
    await clock.advance(0);
    return response.status;
  };
  return { handle, post, inbox, warnings, events, told, clock };
}

const good = '{"id":"7","status":"POSITIVE"}';

describe("createCallbackHandler", () => {
  it.each([
    ["as Bearer", `Bearer ${TOKEN}`],
    ["as bearer with blanks", `bearer   ${TOKEN} `],
    ["bare", TOKEN],
  ])("takes the right token %s", async (_, authorization) => {
    const { post, inbox } = rig();
    expect(await post(good, authorization)).toBe(202);
    expect(inbox.latest("7")?.status.name).toBe("POSITIVE");
  });

  it.each([
    ["a wrong token", "Bearer the-wrong-token-of-this-test"],
    ["a beginning of the token", `Bearer ${TOKEN.slice(0, -1)}`],
    ["the token with more behind", `Bearer ${TOKEN}x`],
    ["no token", null],
    ["an empty one", "Bearer "],
    ["another scheme", `Basic ${TOKEN}`],
    ["another scheme, encoded", `Basic ${btoa(`user:${TOKEN}`)}`],
  ])("answers 401 to %s, and reads no body", async (_, authorization) => {
    const { post, inbox, told } = rig();
    let pulled = 0;
    const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
    expect(await post(body, authorization)).toBe(401);
    expect([pulled, inbox.latest("7"), told]).toEqual([0, null, []]);
  });

  it("lets nobody in with an empty token", async () => {
    expect(await carriesToken("", "")).toBe(false);
    expect(await carriesToken(null, "")).toBe(false);
  });

  it("answers 413 to a body over the bound, declared or not", async () => {
    const { post, told } = rig();
    expect(await post(JSON.stringify({ id: "7", status: "x".repeat(100) }))).toBe(413);
    const streamed = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(60)),
    });
    expect(await post(streamed)).toBe(413);
    expect(told).toEqual([]);
  });

  it("answers 408 to a body that does not arrive", async () => {
    const { post, clock } = rig();
    const before = clock.now();
    expect(await post(new ReadableStream({ pull: () => new Promise(() => undefined) }))).toBe(408);
    expect(clock.now() - before).toBe(1_000);
  });

  it("answers 400 to a body that breaks off", async () => {
    const { post } = rig();
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    expect(await post(broken)).toBe(400);
  });

  it.each(["", "{", "[]", "null", '"x"', '{"id":"7"}', "<xml/>"])(
    "answers 400 to %j, which is no result",
    async (body) => {
      const { post, warnings } = rig();
      expect(await post(body)).toBe(400);
      expect(warnings).toHaveLength(1);
    },
  );

  it("answers 405 to anything but POST", async () => {
    const { handle } = rig();
    const response = await handle(new Request("https://me.example/hook"));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("answers 202 to a result of an unknown test, and keeps it for whoever asks later", async () => {
    const { post, inbox } = rig();
    expect(await post('{"id":"999","status":"WAIT"}')).toBe(202);
    expect(inbox.latest("999")?.status.name).toBe("WAIT");
  });

  it("answers 202 to duplicates, replays and stale results, and tells of each state once", async () => {
    const { post, told, events } = rig();
    for (const status of ["WAIT", "WAIT", "POSITIVE", "WAIT", "POSITIVE"]) {
      expect(await post(JSON.stringify({ id: "7", status }))).toBe(202);
    }
    expect(told).toEqual(["WAIT", "POSITIVE"]);
    expect(events.map(({ progress }) => progress)).toEqual(["new", "duplicate", "new", "stale", "duplicate"]);
  });

  it("answers before onResult has done its work, and survives its exceptions", async () => {
    const late = rig({ onResult: () => new Promise(() => undefined) });
    expect(await late.post(good)).toBe(202);
    const broken = rig({
      onResult: () => {
        throw new Error("secret");
      },
    });
    expect(await broken.post(good)).toBe(202);
    expect(broken.inbox.latest("7")?.status.name).toBe("POSITIVE");
    expect(broken.warnings).toEqual([
      "any callback: onResult or onCallback threw; the result itself is kept.",
    ]);
  });

  it("hands the work that goes on to waitUntil", async () => {
    const { handle, told } = rig();
    const work: Promise<unknown>[] = [];
    const request = new Request("https://me.example/hook", {
      method: "POST",
      body: good,
      headers: { authorization: TOKEN },
    });
    await handle(request, { waitUntil: (promise) => void work.push(promise) });
    await Promise.all(work);
    expect([work.length, told]).toEqual([1, ["POSITIVE"]]);
  });

  it("shows nothing of a refused request in its log", async () => {
    const { post, warnings } = rig();
    await post(good, "Bearer somebody-elses-secret");
    await post('{"secret":"in-the-body"}');
    expect(warnings.join()).not.toMatch(/somebody|in-the-body|the-right-token/);
  });
});
