import { describe, expect, test } from "vitest";
import { pack } from "../gsm7/septets.ts";
import { capacity, headerOctets, userDataOctets } from "./part-capacity.ts";

describe("capacity", () => {
  test.each<[string, number, 8 | 16 | null, number, number, number]>([
    ["no header", 0, null, 0, 160, 70],
    ["one language", 1, null, 4, 155, 68],
    ["two languages", 2, null, 7, 152, 66],
    ["8-bit reference", 0, 8, 6, 153, 67],
    ["16-bit reference", 0, 16, 7, 152, 66],
    ["8-bit reference, one language", 1, 8, 9, 149, 65],
    ["8-bit reference, two languages", 2, 8, 12, 146, 64],
    ["16-bit reference, one language", 1, 16, 10, 148, 65],
    ["16-bit reference, two languages", 2, 16, 13, 145, 63],
  ])("%s", (_, languages, reference, header, septets, codeUnits) => {
    expect(headerOctets(languages, reference)).toBe(header);
    expect(capacity("gsm7", header)).toBe(septets);
    expect(capacity("ucs2", header)).toBe(codeUnits);
  });

  test("what fits is exactly what packing leaves room for", () => {
    for (let header = 0; header < 40; header++) {
      const fillBits = (7 - ((8 * header) % 7)) % 7;
      const packed = (count: number): number => header + pack(new Uint8Array(count), fillBits).length;
      const most = capacity("gsm7", header);
      expect(packed(most)).toBeLessThanOrEqual(140);
      expect(packed(most + 1)).toBeGreaterThan(140);
      for (const count of [1, 7, 8, most]) expect(userDataOctets("gsm7", header, count)).toBe(packed(count));
      expect(userDataOctets("ucs2", header, capacity("ucs2", header))).toBeGreaterThanOrEqual(139);
      expect(userDataOctets("ucs2", header, capacity("ucs2", header))).toBeLessThanOrEqual(140);
    }
  });
});
