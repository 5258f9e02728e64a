import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "../decode-deliver.ts";
import { gsm7 } from "../gsm7/index.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import { septetText } from "../testing/deliver-arbitrary.ts";
import { concatenationElement, deliverPdu, headerPdu, septetsPdu, unitsHex } from "../testing/deliver-pdu.ts";
import { joinParts } from "./join.ts";

/** Parts of these septets, numbered from 1. */
function septetParts(...parts: readonly (readonly number[])[]): SmsDeliver[] {
  return parts.map((codes, i) =>
    decodeDeliver(septetsPdu(codes, {}, concatenationElement(7, parts.length, i + 1))),
  );
}

function unitParts(...texts: readonly string[]): SmsDeliver[] {
  return texts.map((text, i) =>
    decodeDeliver(headerPdu(concatenationElement(7, texts.length, i + 1), unitsHex(text), { dcs: 8 })),
  );
}

const codesOf = (parts: readonly SmsDeliver[]): string[] =>
  joinParts(parts).diagnostics.map(({ code }) => code);
const ESC = 0x1b;

describe("an escape at the end of a part", () => {
  it.each<readonly [string, readonly (readonly number[])[], string]>([
    [
      "shifts the first character of the next part",
      [
        [0x41, ESC],
        [0x65, 0x42],
      ],
      "A€B",
    ],
    [
      "joins an escape that begins the next part to one space",
      [
        [0x41, ESC],
        [ESC, 0x65],
      ],
      "A e",
    ],
    ["joins a part that is nothing but an escape to one space", [[0x41, ESC], [ESC], [0x65]], "A e"],
    ["goes on over a part without text", [[0x41, ESC], [], [0x65]], "A€"],
    ["leaves a character as it is where the shift table has none", [[ESC], [0x41, 0x42]], "AB"],
    ["shifts a character whose own escape is whole", [[ESC], [0x28, ESC, 0x29]], "{}"],
    ["may come in every part", [[ESC], [0x28, ESC], [0x29, ESC], [0x3c]], "{}["],
  ])("%s", (_, parts, text) => {
    expect(joinParts(septetParts(...parts))).toEqual({ text, data: null, diagnostics: [] });
  });

  it("reads the next part's character in that part's own languages", () => {
    const parts = [
      decodeDeliver(septetsPdu([0x41, ESC], {}, `${concatenationElement(7, 2, 1)}240101`)),
      decodeDeliver(septetsPdu([0x69], {}, `${concatenationElement(7, 2, 2)}240101`)),
    ];
    expect(joinParts(parts)).toEqual({ text: "Aı", data: null, diagnostics: [] });
  });

  it("is noted when nothing comes behind it", () => {
    expect(joinParts(septetParts([0x41], [0x42, ESC]))).toMatchObject({
      text: "AB",
      diagnostics: [{ code: "LONE_ESCAPE", severity: "warning" }],
    });
    expect(codesOf(septetParts([ESC], []))).toEqual(["LONE_ESCAPE"]);
  });

  it("shifts nothing over a gap", () => {
    const [first, , third] = septetParts([0x41, ESC], [0x42], [0x65]);
    expect(first && third && joinParts([first, third])).toMatchObject({
      text: "Ae",
      diagnostics: [{ code: "LONE_ESCAPE" }],
    });
  });

  it("shifts nothing where the text was cut behind it, or the next part is no 7-bit text", () => {
    const [first, second] = septetParts([0x41, ESC], [0x65]);
    const cut = decodeDeliver(septetsPdu([0x41, ESC, 0x42], {}, concatenationElement(7, 2, 1)).slice(0, -2));
    expect(cut.diagnostics.map(({ code }) => code)).toContain("LONE_ESCAPE");
    expect(second && joinParts([cut, second]).text).toBe("Ae");
    const [, wide] = unitParts("x", "e");
    expect(first && wide && joinParts([first, wide])).toMatchObject({
      text: "Ae",
      diagnostics: [{ code: "LONE_ESCAPE" }],
    });
  });

  it("in the originator is none of the text", () => {
    const pdu = deliverPdu({ originator: "02D01B" });
    expect(decodeDeliver(pdu).diagnostics).toMatchObject([{ code: "LONE_ESCAPE", field: "TP-OA" }]);
    expect(codesOf([decodeDeliver(pdu)])).toEqual([]);
  });
});

describe("7-bit text", () => {
  it("is whole again wherever it was split, inside escapes too", () => {
    fc.assert(
      fc.property(
        septetText(200),
        fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }),
        ({ text, codes }, cuts) => {
          const ends = [
            ...cuts.map((cut) => cut % (codes.length + 1)).toSorted((a, b) => a - b),
            codes.length,
          ];
          const parts = ends.map((end, i) => codes.slice(i === 0 ? 0 : ends[i - 1], end));
          fc.pre(parts.every((part) => part.length <= 150));
          expect(joinParts(septetParts(...parts))).toEqual({ text, data: null, diagnostics: [] });
        },
      ),
    );
  });

  it("is the text of all septets together where two escapes are split", () => {
    const codes = [0x41, ESC, ESC, 0x65, ESC, 0x65];
    for (let cut = 0; cut <= codes.length; cut++)
      expect(joinParts(septetParts(codes.slice(0, cut), codes.slice(cut))).text).toBe(
        gsm7.decode(Uint8Array.from(codes)),
      );
  });
});

describe("UCS-2 text", () => {
  it("is whole again wherever it was split, inside surrogate pairs too", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 100 }).filter((text) => !text.includes("\ufffe")),
        fc.nat(100),
        (text, where) => {
          const cut = where % (text.length + 1);
          fc.pre(cut <= 67 && text.length - cut <= 67);
          const parts = unitParts(text.slice(0, cut), text.slice(cut));
          expect(joinParts(parts)).toEqual({ text, data: null, diagnostics: [] });
        },
      ),
    );
  });

  it("tells a half that stands alone at the very beginning", () => {
    expect(joinParts(unitParts("\ude00a", "b")).diagnostics).toEqual([
      {
        code: "LONE_SURROGATE",
        severity: "warning",
        field: "TP-UD",
        offset: 0,
        length: 0,
        message: "Half of a surrogate pair stands alone at character 0 of the joined text.",
      },
    ]);
  });

  it("still has lone surrogates noted when they find no partner", () => {
    expect(codesOf(unitParts("a\ud83d", "\ude00b"))).toEqual([]);
    expect(joinParts(unitParts("a\ud83d", "b")).diagnostics).toEqual([
      expect.objectContaining({
        code: "LONE_SURROGATE",
        severity: "warning",
        message: "Half of a surrogate pair stands alone at character 1 of the joined text.",
      }),
    ]);
  });
});

describe("data", () => {
  it("is joined as it stands", () => {
    const parts = ["CAFE", "00", "BABE"].map((data, i) =>
      decodeDeliver(headerPdu(concatenationElement(7, 3, i + 1), data)),
    );
    expect(joinParts(parts)).toEqual({ text: null, data: "CAFE00BABE", diagnostics: [] });
  });

  it("and text of one message are kept apart", () => {
    const [first] = septetParts([0x41], [0x42]);
    const second = decodeDeliver(headerPdu(concatenationElement(7, 2, 2), "CAFE"));
    expect(first && joinParts([first, second])).toEqual({ text: "A", data: "CAFE", diagnostics: [] });
  });
});
