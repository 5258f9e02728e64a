import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../compare.ts";
import { asItStands } from "../text/mapped-text.ts";
import { TEXT_MODELS } from "./index.ts";

/** Texts in which nearly every model has something to do: accents, symbols of the extension table, other scripts. */
const SENTENCES = [
  "Señor Peña, su código es 482913 y cuesta 25€ [IVA incluido] en su_cuenta@banco",
  "Für Ihre Überweisung über 25€ {netto} prüfen Sie bitte größere Beträge & Gebühren",
  "Twoja przesyłka 7781 czeka, odbiór do środy w sklepie na rogu",
  "Ваш код подтверждения 482913, никому его не сообщайте",
  "Ο κωδικός σας είναι 482913 και ισχύει για δέκα λεπτά",
  "رمز التحقق الخاص بك هو 482913 وهو صالح لعشر دقائق",
  "आपका सत्यापन कोड 482913 है, इसे किसी को न बताएं",
  "您的验证码是482913，请勿向他人透露。",
  "인증번호는 482913 입니다. 타인에게 알려주지 마세요.",
  "Your code is 482913. It is valid for ten minutes, call help@kiwi_post for more",
];

const texts = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.constantFrom("", "!", " Danke", " ¿no?", " 🎉"))
  .map(([sentence, tail]) => sentence + tail);

/**
 * What may be reported in place of a model's own code: a cheaper explanation of the very same text. Stripped marks
 * and lost shifts coincide, stand-ins may be all that a mistake leaves.
 */
const EQUAL: Readonly<Record<string, readonly string[]>> = {
  ENC_EXT_TABLE_LOST: ["CONTENT_DIACRITICS_STRIPPED", "CONTENT_SYMBOLS_SIMPLIFIED"],
  ENC_HIGH_BIT_STRIPPED: ["CONTENT_WHITESPACE_NORMALIZED", "ENC_CODEPAGE"],
  ENC_CODEPAGE: [
    "ENC_HIGH_BIT_STRIPPED",
    "CONTENT_DIACRITICS_STRIPPED",
    "CONTENT_SYMBOLS_SIMPLIFIED",
    "ENC_UTF8_AS_LATIN1",
    "CONTENT_HOMOGLYPHS",
    "CONTENT_PLACEHOLDER_CHARS",
  ],
  ENC_GSM7_AS_ASCII: [
    "CONTENT_CHARS_DROPPED",
    "CONTENT_PLACEHOLDER_CHARS",
    "ENC_EXT_TABLE_LOST",
    "CONTENT_SPACES_LOST",
    "CONTENT_SYMBOLS_SIMPLIFIED",
  ],
  ENC_LATIN1_AS_UTF8: ["CONTENT_PLACEHOLDER_CHARS"],
  ENC_UTF16_AS_8BIT: ["CONTENT_INSERTED", "ENC_CODEPAGE", "CONTENT_CHARS_DROPPED"],
  CONTENT_CHARS_DROPPED: [
    "CONTENT_TRUNCATED",
    "CONTENT_WORDS_REMOVED",
    "CODE_REMOVED",
    "CONTENT_SPACES_LOST",
  ],
};

/** Variants that a model makes of a text whatever is delivered, and those that need to see the delivered text. */
function variantsOf(
  text: string,
): readonly { readonly delivered: string; readonly codes: readonly string[] }[] {
  const source = asItStands(text);
  const everything = TEXT_MODELS.flatMap((model) => {
    const first = [
      ...model.candidates(source, { delivered: text, links: [], parts: [{ start: 0, end: text.length }] }),
    ];
    return first.map((candidate) => ({ delivered: candidate.text.text, codes: candidate.codes }));
  });
  return everything.filter(({ delivered }) => delivered !== text && delivered !== "");
}

describe("text models", () => {
  test("come in the order of their cost, each with a name of its own", () => {
    const names = TEXT_MODELS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(TEXT_MODELS.every(({ cost }) => cost > 0 && cost < 40)).toBe(true);
  });

  test.each([
    ["ENC_UTF8_AS_LATIN1", (text: string) => Buffer.from(text, "utf8").toString("latin1")],
    ["ENC_LATIN1_AS_UTF8", (text: string) => Buffer.from(text, "latin1").toString("utf8")],
    ["ENC_UTF16_AS_8BIT", (text: string) => Buffer.from(text, "utf16le").swap16().toString("latin1")],
    ["ENC_UTF16_BYTESWAP", (text: string) => Buffer.from(text, "utf16le").swap16().toString("utf16le")],
    ["ENC_HEX_TEXT", (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()],
    ["ENC_ESCAPED", (text: string) => encodeURIComponent(text)],
    ["ENC_ESCAPED", (text: string) => text.replace(/\P{ASCII}/gu, (letter) => `&#${letter.codePointAt(0)};`)],
    [
      "ENC_ESCAPED",
      (text: string) =>
        JSON.stringify(text)
          .slice(1, -1)
          .replace(/\P{ASCII}/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
    ],
  ] as const)("%s is found again in what other software makes of a text", (code, spoil) => {
    for (const text of SENTENCES) {
      const isLatin1 = /^[\0-\xff]*$/.test(text);
      if (code === "ENC_LATIN1_AS_UTF8" && !isLatin1) continue;
      const delivered = spoil(text);
      if (delivered === text || /^\p{ASCII}*$/u.test(text)) continue;
      const { content, findings } = compare({
        sent: { sender: "ACME", text },
        delivered: { sender: "ACME", text: delivered },
        destination: { country: "GB" },
      });
      expect([text, findings.map((finding) => finding.code), content.verdict]).toEqual([
        text,
        [code],
        "ALTERED",
      ]);
    }
  });

  test("every model applied to a text is found again, as itself or as an equal explanation", () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, pick) => {
        const variants = variantsOf(text);
        const variant = variants[pick % Math.max(1, variants.length)];
        if (variant === undefined) return;
        const { findings } = compare({
          sent: { sender: "ACME", text },
          delivered: { sender: "ACME", text: variant.delivered },
          destination: { country: "GB" },
        });
        const found = findings.map(({ code }) => code as string);
        const accepted = variant.codes.flatMap((code) => [code as string, ...(EQUAL[code] ?? [])]);
        expect([variant, found, found.some((code) => accepted.includes(code))]).toEqual([
          variant,
          found,
          true,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
