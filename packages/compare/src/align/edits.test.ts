import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../compare.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Every offset at which a grapheme begins, and the end. */
const bordersOf = (text: string): ReadonlySet<number> =>
  new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);

const graphemes = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    " ",
    "é",
    "e\u0301",
    "क्ष",
    "👨‍👩‍👧",
    "🇹🇷",
    "👍🏽",
    "\r\n",
    "ห้",
    "한",
    "\ud83d",
    "1",
    ".",
  ),
  fc.string({ unit: "grapheme", maxLength: 2 }),
);
const texts = fc.array(graphemes, { maxLength: 25 }).map((list) => list.join(""));

/** A text and what a few cuts, additions and exchanges make of it. */
const pairs = fc.oneof(
  fc.tuple(texts, texts),
  fc
    .tuple(texts, texts, texts, texts)
    .map(([start, middle, other, end]) => [start + middle + end, start + other + end] as const),
  texts.map((text) => [text, text.normalize("NFD").toUpperCase()] as const),
  texts.map((text) => [text, Buffer.from(text, "utf8").toString("latin1")] as const),
);

test("edits stand on grapheme borders, in order, and turn the sent text into the delivered one", () => {
  fc.assert(
    fc.property(pairs, ([sent, delivered]) => {
      const { content } = compare({
        sent: { sender: "ACME", text: sent },
        delivered: { sender: "ACME", text: delivered },
        destination: { country: "GB" },
      });
      const borders = { sent: bordersOf(sent), delivered: bordersOf(delivered) };
      let rebuilt = "";
      let at = 0;
      for (const edit of content.edits) {
        expect(edit.sent.start).toBeGreaterThanOrEqual(at);
        for (const side of ["sent", "delivered"] as const)
          expect([borders[side].has(edit[side].start), borders[side].has(edit[side].end)]).toEqual([
            true,
            true,
          ]);
        expect([edit.sentText, edit.deliveredText]).toEqual([
          sent.slice(edit.sent.start, edit.sent.end),
          delivered.slice(edit.delivered.start, edit.delivered.end),
        ]);
        rebuilt += sent.slice(at, edit.sent.start) + edit.deliveredText;
        at = edit.sent.end;
      }
      expect(rebuilt + sent.slice(at)).toBe(delivered);
    }),
    {
      numRuns: 250,
      // Left out in front of all, put in front of all.
      examples: [[["ºa{一", "a"]], [["Hello there, code 4829", "(1/2) Hello there, (2/2) code 4829"]]],
    },
  );
});
