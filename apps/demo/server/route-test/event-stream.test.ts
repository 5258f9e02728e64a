import { describe, expect, it } from "vitest";
import type { CampaignNews } from "../../src/route-test/campaign-wire.ts";
import { readEvents } from "../testing/read-events.ts";
import { eventOf, eventStream, lastEventId } from "./event-stream.ts";
import { createNewsLog } from "./news-log.ts";

const news = (index: number): CampaignNews => ({
  type: "state",
  index,
  state: "sent",
  over: false,
  at: "2026-01-01T00:00:00.000Z",
});
const nobody = (): void => undefined;

describe("eventOf", () => {
  it("is one block, whatever line ends the texts hold", () => {
    const text = "one\ntwo\r\nthree\u2028four\n\nevent: finished\ndata: {}";
    const block = eventOf({
      id: 7,
      news: { type: "sent", index: 0, at: "2026-01-01T00:00:00.000Z", text, parts: 1 },
    });
    expect(block.split("\n")).toEqual([
      "id: 7",
      "event: news",
      expect.stringMatching(/^data: \{[^\r\n]*\}$/),
      "",
      "",
    ]);
    expect(JSON.parse(block.split("\n")[2]?.slice("data: ".length) ?? "")).toMatchObject({ text });
  });
});

describe("lastEventId", () => {
  it.each([
    ["12", 12],
    [undefined, 0],
    ["", 0],
    ["-1", 0],
    ["1e3", 0],
    ["99999999999", 0],
  ])("reads %j as %d", (header, id) => {
    expect(lastEventId(header)).toBe(id);
  });
});

describe("eventStream", () => {
  it("gives what there was and what comes, in order, and ends with the log", async () => {
    const log = createNewsLog();
    log.add(news(0));
    let ends = 0;
    const reading = readEvents(new Response(eventStream(log, 0, () => ends++)));
    await Promise.resolve();
    log.add(news(1));
    log.add(news(2));
    log.end();
    const events = await reading;
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(ends).toBe(1);
    log.add(news(3));
    expect(log.after(0)).toHaveLength(3);
  });

  it("goes on behind the line that was seen last, and gives nothing twice", async () => {
    const log = createNewsLog();
    for (let index = 0; index < 5; index++) log.add(news(index));
    log.end();
    const read = async (after: number) =>
      (await readEvents(new Response(eventStream(log, after, nobody)))).map(({ id }) => id);
    expect(await read(3)).toEqual([4, 5]);
    expect(await read(5)).toEqual([]);
    expect(await read(900)).toEqual([]);
  });

  it("says how soon to come back, and that it is alive while nothing happens", async () => {
    const log = createNewsLog();
    const reader = eventStream(log, 0, nobody, 5).getReader();
    const decoder = new TextDecoder();
    const texts = [await reader.read(), await reader.read(), await reader.read()].map(({ value }) =>
      decoder.decode(value),
    );
    expect(texts).toEqual(["retry: 1000\n\n", ": alive\n\n", ": alive\n\n"]);
    await reader.cancel();
  });

  it("is let go of once when nobody reads it any more, also while it waits", async () => {
    const log = createNewsLog();
    let ends = 0;
    const reader = eventStream(log, 0, () => ends++).getReader();
    await reader.read();
    const waiting = reader.read();
    await reader.cancel();
    expect(await waiting).toEqual({ done: true, value: undefined });
    log.end();
    expect(ends).toBe(1);
  });

  it("lets a slow reader wait in the log, not in the memory of the stream", async () => {
    const log = createNewsLog();
    const reader = eventStream(log, 0, nobody).getReader();
    await reader.read();
    for (let index = 0; index < 1_000; index++) {
      log.add(news(index));
      await Promise.resolve();
    }
    log.end();
    const pieces: string[] = [];
    for (let read = await reader.read(); !read.done; read = await reader.read())
      pieces.push(new TextDecoder().decode(read.value));
    // One piece had been made ready; the rest waited and came as one.
    expect(pieces.length).toBeLessThanOrEqual(2);
    expect(pieces.join("").match(/^id: /gm)).toHaveLength(1_000);
  });
});
