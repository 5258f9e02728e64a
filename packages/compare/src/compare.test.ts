import { describe, expect, test } from "vitest";
import { inputOf, predictionOf, readCases, scoreOf } from "../scripts/scoring.mjs";
import { type CompareInput, type ComparisonResult, compare } from "./index.ts";

const casesOf = (name: string): ReturnType<typeof readCases> =>
  readCases(new URL(`../cases/${name}`, import.meta.url).pathname);

const message = (sent: string, delivered: string, sender = "ACME"): CompareInput => ({
  sent: { sender, text: sent },
  delivered: { sender, text: delivered },
  destination: { country: "GB" },
});

/** Texts of many scripts, with emoji, lone surrogates and nothing at all. */
const TEXTS = [
  "Your code is 482913. Do not share it.",
  "Ваш код 482913. Никому не сообщайте.",
  "رمز التحقق هو 482913",
  "验证码 482913，请勿泄露。",
  "Your parcel is here: https://example.com/p/8841 😀",
  "\ud83d lone \ude00",
  "a\u0000b\u001b[31m",
];

/** The text that a result's edits make of the sent one. */
function applied(content: ComparisonResult["content"]): string | undefined {
  if (content.compared === null) return undefined;
  const { sent } = content.compared;
  let rebuilt = "";
  let at = 0;
  for (const edit of content.edits) {
    rebuilt += sent.slice(at, edit.sent.start) + edit.deliveredText;
    at = edit.sent.end;
  }
  return rebuilt + sent.slice(at);
}

describe("labelled cases", () => {
  test.each(["shared.jsonl", "own.jsonl", "held-out.jsonl", "blind.jsonl", "later.jsonl"])(
    "%s: verdicts 0.99, findings 0.97",
    (file) => {
      const cases = casesOf(file);
      const score = scoreOf(
        cases,
        cases.map((row) => predictionOf(row.id, compare(inputOf(row)))),
      );
      expect(score.cases).toBeGreaterThan(150);
      expect(score.senderVerdict).toBeGreaterThanOrEqual(0.99);
      expect(score.contentVerdict).toBeGreaterThanOrEqual(0.99);
      expect(score.precision).toBeGreaterThanOrEqual(0.97);
      expect(score.recall).toBeGreaterThanOrEqual(0.97);
    },
  );

  test("a score can fall", () => {
    const cases = casesOf("shared.jsonl");
    const wrong = cases.map(({ id }) => ({
      id,
      senderVerdict: "SAME",
      contentVerdict: "SAME",
      findings: [],
    }));
    expect(scoreOf(cases, wrong).contentVerdict).toBeLessThan(0.6);
  });
});

describe("compare", () => {
  test.each(TEXTS)("%j that arrived as it left is the same, without a finding", (text) => {
    const { sender, content, findings } = compare(message(text, text));
    expect([sender.verdict, content.verdict, findings]).toEqual(["SAME", "SAME", []]);
  });

  test.each(TEXTS.flatMap((sent) => TEXTS.map((delivered) => [sent, delivered] as const)))(
    "the edits turn %j into %j",
    (sent, delivered) => {
      expect(applied(compare(message(sent, delivered)).content)).toBe(delivered);
    },
  );

  test("ten thousand characters against ten thousand others are answered", () => {
    const { content } = compare(message("ab c".repeat(2500), "xy z".repeat(2500)));
    expect(content.verdict).not.toBe("SAME");
  });

  test("a verdict does not change when evidence is added that has nothing to do with it", () => {
    const plain = message("Your code is 482913", "Your code is 482913. Reply STOP");
    const more: CompareInput = {
      ...plain,
      delivered: {
        ...plain.delivered,
        vendorStatus: "POSITIVE",
        smsc: "+447785016005",
        receivedAt: "2026-01-01T00:09:00Z",
      },
      sent: { ...plain.sent, sentAt: "2026-01-01T00:00:00Z" },
      dlr: { status: "DELIVRD" },
    };
    expect(compare(more).content.verdict).toBe(compare(plain).content.verdict);
    expect(compare(more).sender.verdict).toBe(compare(plain).sender.verdict);
  });

  test.each([
    [null, "UNKNOWN"],
    ["", "MISSING"],
  ] as const)("a sender and a text reported as %j are %s", (reported, verdict) => {
    const input = message("Hello", "Hello");
    const result = compare({ ...input, delivered: { sender: reported, text: reported } });
    expect([result.sender.verdict, result.content.verdict]).toEqual([verdict, verdict]);
  });
});
