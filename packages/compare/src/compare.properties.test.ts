import fc from "fast-check";
import { expect, test } from "vitest";
import { type CompareInput, compare, diffSpans, explain, toMarkdown } from "./index.ts";

/** Whatever a string can hold: whole graphemes, any code points, lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 120 }).map((units) => String.fromCharCode(...units)),
);

/** Texts in which words, links, codes and scripts meet. */
const messages = fc
  .array(
    fc.constantFrom(
      "Your code is ",
      "482913",
      " https://a.example/b?c=1 ",
      "Ваш код ",
      "رمز ",
      "您的验证码是",
      "인증번호 ",
      "é",
      "🎉",
      "ß",
      ". ",
      "\n",
      "STOP",
      "€25",
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

const inputOf = (sent: string, delivered: string, sender = "ACME", arrivedFrom = sender): CompareInput => ({
  sent: { sender, text: sent },
  delivered: { sender: arrivedFrom, text: delivered },
  destination: { country: "GB" },
});

test("any text and itself, any sender and itself, are SAME without a finding", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, messages), anyText, (text, sender) => {
      const { sender: senders, content, findings } = compare(inputOf(text, text, sender));
      expect([senders.verdict, content.verdict, findings]).toEqual(["SAME", "SAME", []]);
    }),
    { numRuns: 300 },
  );
});

test("any two texts and senders get a result that agrees with itself and can be shown", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(anyText, anyText), fc.tuple(messages, messages)),
      anyText,
      anyText,
      ([sent, delivered], sender, arrivedFrom) => {
        const result = compare(inputOf(sent, delivered, sender, arrivedFrom));
        for (const [dimension, name] of [
          [result.sender, "sender"],
          [result.content, "content"],
        ] as const) {
          const levels = result.findings.filter(
            (finding) => finding.dimension === name && finding.level !== null,
          );
          expect(dimension.verdict === "SAME").toBe(levels.length === 0);
          if (dimension.verdict !== "SAME")
            expect(levels.map(({ level }) => level)).toContain(dimension.verdict);
        }
        const spans = diffSpans(result.content, result.findings);
        expect(spans.sent.map(({ text }) => text).join("")).toBe(sent);
        expect(spans.delivered.map(({ text }) => text).join("")).toBe(delivered);
        expect(explain(result)).toContain(`Text: ${result.content.verdict}, `);
        expect(toMarkdown(result)).toContain(`| text | ${result.content.verdict} |`);
        expect(JSON.parse(JSON.stringify(result))).toBeTypeOf("object");
      },
    ),
    { numRuns: 200 },
  );
});

test("any link, and what may have become of it, gets a result", () => {
  const part = fc.string({ unit: "grapheme-ascii", maxLength: 8 });
  const link = fc
    .tuple(
      fc.constantFrom("https://", "http://", "www.", ""),
      fc.constantFrom("a.example", "x-y.co.uk", "bit.ly"),
      part,
      part,
    )
    .map(([scheme, host, path, query]) => `${scheme}${host}/${path}?${query}`);
  fc.assert(
    fc.property(link, link, fc.boolean(), (first, second, defanged) => {
      const delivered = defanged ? first.replaceAll(".", "[.]").replace("http", "hxxp") : second;
      const { content } = compare(inputOf(`See ${first} now`, `See ${delivered} now`));
      expect(content.verdict).toBeTypeOf("string");
    }),
    { numRuns: 120 },
  );
});

test("evidence that has nothing to do with sender and text moves neither verdict", () => {
  fc.assert(
    fc.property(
      messages,
      messages,
      fc.record(
        {
          receivedAt: fc.constantFrom("2026-05-04T10:20:00Z", "2026-05-06T10:00:00Z", "soon"),
          receipts: fc.constantFrom<readonly string[]>([], ["2026-05-04T10:20:00Z", "2026-05-04T10:21:00Z"]),
          vendorStatus: fc.constantFrom("POSITIVE", "TEXT_OR_SENDER_REPLACED", "anything else"),
          smsc: fc.constantFrom("+919845087001", "447785016005", ""),
        },
        { requiredKeys: [] },
      ),
      fc.constantFrom(undefined, { status: "DELIVRD" }, { status: "UNDELIV" }),
      (sent, delivered, evidence, dlr) => {
        const plain = inputOf(sent, delivered);
        const more: CompareInput = {
          ...plain,
          sent: { ...plain.sent, sentAt: "2026-05-04T10:10:00Z" },
          delivered: { ...plain.delivered, ...evidence },
          dlr,
        };
        const without = compare(plain);
        const along = compare(more);
        expect([along.sender.verdict, along.content.verdict]).toEqual([
          without.sender.verdict,
          without.content.verdict,
        ]);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ["ten thousand of one letter against another", "a".repeat(10_000), "b".repeat(10_000)],
  ["ten thousand lone surrogates", "\ud83d".repeat(10_000), "\udc4b".repeat(10_000)],
  ["ten thousand Han against Hangul", "验".repeat(10_000), "인".repeat(10_000)],
  ["ten thousand blanks against nothing", " ".repeat(10_000), ""],
  ["ten thousand combining marks", `e${"\u0301".repeat(9_999)}`, "e"],
  ["escaped blanks against blanks", "%20".repeat(3_000), " ".repeat(3_000)],
  [
    "links against their defanged form",
    "http://a.example/b ".repeat(500),
    "hxxp://a[.]example/b ".repeat(500),
  ],
  ["ten thousand digits", "0123456789".repeat(1_000), "9876543210".repeat(1_000)],
])("%s: an answer", (_, sent, delivered) => {
  expect(compare(inputOf(sent, delivered)).content.verdict).not.toBe("SAME");
});
