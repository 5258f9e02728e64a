import { compare } from "@smsproof/compare";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesOf } from "./difference.ts";

function kinds(sent: string, delivered: string, testId?: string): readonly string[] {
  const result = compare({
    sent: { sender: "A", text: sent, testId },
    delivered: { sender: null, text: delivered },
    destination: {},
  });
  return differencesOf(result.content, "content", result).map(
    ({ kind, findings }) => `${kind} ${findings.map((index) => result.findings[index]?.code).join(" ")}`,
  );
}

describe("differencesOf", () => {
  it.each([
    ["Your code is 482913", "Your code is 482913. Reply STOP", ["added CONTENT_SUFFIX_ADDED"]],
    ["Hello there 🎉", "Hello there", ["lost CONTENT_EMOJI_LOST"]],
    ["Hello Zoë", "Hello Zoe", ["changed CONTENT_DIACRITICS_STRIPPED"]],
    ["Track https://kiwi.example/t/7781", "Track https://bit.ly/3xYz9Qa", ["replaced URL_SHORTENED"]],
  ])("%j against %j", (sent, delivered, expected) => {
    expect(kinds(sent, delivered)).toEqual(expected);
  });

  it("takes another value for something else in its place", () => {
    expect(kinds("Your code is 482913", "Your code is 713650", "482913")).toEqual(["replaced CODE_CHANGED"]);
  });

  it("goes through both texts without a gap, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (sent, delivered) => {
        const result = compare({
          sent: { sender: "A", text: sent },
          delivered: { sender: null, text: delivered },
          destination: {},
        });
        let at = { sent: 0, delivered: 0 };
        for (const { edit } of differencesOf(result.content, "content", result)) {
          expect(sent.slice(at.sent, edit.sent.start)).toBe(
            delivered.slice(at.delivered, edit.delivered.start),
          );
          at = { sent: edit.sent.end, delivered: edit.delivered.end };
        }
        expect(sent.slice(at.sent)).toBe(delivered.slice(at.delivered));
      }),
    );
  });
});
