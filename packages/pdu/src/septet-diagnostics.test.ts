import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { gsm7 } from "./gsm7/index.ts";
import { hasBitsFrom } from "./septet-diagnostics.ts";
import { septetsPdu } from "./testing/deliver-pdu.ts";

const TEXT_AT = 8 + 1 + 8 + 2 + 7 + 1;

describe("oddities of septets", () => {
  it.each<[string, number[], string, string, number]>([
    ["an escape at the end", [0x41, 0x1b], "A", "LONE_ESCAPE", 0],
    [
      "an escape before a code that the single shift table leaves undefined",
      [0x1b, 0x41],
      "A",
      "UNUSUAL_CODING",
      0,
    ],
    ["two escapes", [0x41, 0x1b, 0x1b], "A ", "UNUSUAL_CODING", 0],
    ["an escape in the third octet", [0x41, 0x41, 0x41, 0x1b, 0x42], "AAAB", "UNUSUAL_CODING", 2],
  ])("%s is told at its octet", (_, septets, text, code, octet) => {
    const deliver = decodeDeliver(septetsPdu(septets));
    expect(deliver.text).toBe(text);
    expect(deliver.diagnostics).toMatchObject([{ code, field: "TP-UD", offset: TEXT_AT + octet, length: 1 }]);
  });

  it.each([
    ["UNUSUAL_CODING", "info", [0x1b, 0x41], /escape/],
    ["LONE_ESCAPE", "warning", [0x1b], /nothing behind/],
  ] as const)("%s says in a sentence what it is", (code, severity, septets, words) => {
    const [diagnostic] = decodeDeliver(septetsPdu([...septets])).diagnostics;
    expect(diagnostic).toMatchObject({ code, severity, message: expect.stringMatching(words) });
  });

  it("an undefined code of a national table is a space and a warning", () => {
    const BENGALI = 4;
    const spaces = Array.from({ length: 128 }, (_, code) => code).filter(
      (code) => code !== 0x1b && diagnosticsOf([code], BENGALI).includes("UNDEFINED_CHARACTER"),
    );
    expect(spaces.length).toBeGreaterThan(0);
    for (const code of spaces) expect(gsm7.decode(Uint8Array.of(code), { locking: BENGALI })).toBe(" ");
  });

  it("no code of the default alphabet is odd but the escape", () => {
    const odd = Array.from({ length: 128 }, (_, code) => code).filter(
      (code) => decodeDeliver(septetsPdu([code, 0x41])).diagnostics.length > 0,
    );
    expect(odd).toEqual([0x1b]);
  });
});

function diagnosticsOf(septets: number[], locking: number): readonly string[] {
  const element = `2501${locking.toString(16).padStart(2, "0")}`;
  return decodeDeliver(septetsPdu(septets, {}, element)).diagnostics.map(({ code }) => code);
}

describe("hasBitsFrom", () => {
  it.each([
    [[0x00], 0, false],
    [[0x01], 0, true],
    [[0x01], 1, false],
    [[0x80], 7, true],
    [[0x80], 8, false],
    [[0xff, 0x00], 8, false],
    [[0xff, 0x01], 8, true],
    [[0xff, 0x00, 0x01], 9, true],
    [[0xff, 0x01, 0x00], 9, false],
    [[], 0, false],
  ] as [number[], number, boolean][])("%j from bit %i: %s", (octets, bit, expected) => {
    expect(hasBitsFrom(Uint8Array.from(octets), bit)).toBe(expected);
  });
});
