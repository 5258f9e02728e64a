import { describe, expect, it } from "vitest";
import { elementOctets, MAX_ELEMENT_OCTETS } from "./element-hex.ts";

describe("elementOctets", () => {
  it("takes hex of either case, and none", () => {
    expect(elementOctets("00ffAb")).toEqual(Uint8Array.of(0, 0xff, 0xab));
    expect(elementOctets("")).toEqual(new Uint8Array(0));
  });

  it("takes 255 octets and no more", () => {
    expect(elementOctets("00".repeat(MAX_ELEMENT_OCTETS))).toHaveLength(255);
    expect(elementOctets("00".repeat(MAX_ELEMENT_OCTETS + 1))).toBeNull();
    expect(elementOctets("0".repeat(10_000_000))).toBeNull();
  });

  it.each([["0"], ["0g"], ["00 11"], ["00\n"], [undefined], [null], [17], [["00"]]])("refuses %j", (hex) => {
    expect(elementOctets(hex)).toBeNull();
  });
});
