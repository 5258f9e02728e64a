import { describe, expect, it } from "vitest";
import { readBoundedText } from "./bounded-text.ts";

const streamed = (...parts: Uint8Array[]): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    }),
  );

describe("readBoundedText", () => {
  it("reads up to the bound and not beyond", async () => {
    expect(await readBoundedText(new Response("12345"), 5)).toEqual({ text: "12345" });
    expect(await readBoundedText(new Response("123456"), 5)).toEqual({ tooLarge: true });
    expect(await readBoundedText(new Response(null), 5)).toEqual({ text: "" });
  });

  it("counts octets, not characters, and joins letters that are split", async () => {
    const [first, second] = [Uint8Array.of(0xc3), Uint8Array.of(0xa4)];
    expect(await readBoundedText(streamed(first, second), 2)).toEqual({ text: "ä" });
    expect(await readBoundedText(new Response("ää"), 3)).toEqual({ tooLarge: true });
  });

  it("does not read what declares itself larger, and cancels what turns out larger", async () => {
    let pulled = 0;
    let cancelled = 0;
    const endless = (headers: Record<string, string>): Response =>
      new Response(
        new ReadableStream(
          {
            pull: (controller) => {
              pulled++;
              controller.enqueue(new Uint8Array(1000));
            },
            cancel: () => void cancelled++,
          },
          { highWaterMark: 0 },
        ),
        { headers },
      );
    expect(await readBoundedText(endless({ "content-length": "5000" }), 2000)).toEqual({ tooLarge: true });
    expect([pulled, cancelled]).toEqual([0, 1]);
    expect(await readBoundedText(endless({}), 2000)).toEqual({ tooLarge: true });
    expect([pulled, cancelled]).toEqual([3, 2]);
  });
});
