import { describe, expect, it } from "vitest";
import { octetsInWords, shown, unencodableElement } from "./element-fault.ts";

describe("unencodableElement", () => {
  it("is an error of TP-UDH that names the element", () => {
    expect(unencodableElement("hyperlink", "has no end")).toMatchObject({
      code: "UNENCODABLE",
      field: "TP-UDH",
      message: "TP-UDH element hyperlink has no end.",
    });
  });
});

describe("shown", () => {
  it("is short for any value, and calls nothing of it", () => {
    const trap = {
      toString: () => {
        throw new Error("called");
      },
    };
    const values = [1, "a", null, undefined, true, 5n, Symbol("x"), trap, [trap], shown, Object.create(null)];
    expect(values.map(shown)).toEqual([
      "1",
      '"a"',
      "null",
      "undefined",
      "true",
      "5",
      "a symbol",
      "an object",
      "a list",
      "a function",
      "an object",
    ]);
    expect(shown("x".repeat(1e6))).toHaveLength(43);
  });
});

describe("octetsInWords", () => {
  it("counts", () => {
    expect([0, 1, 2].map(octetsInWords)).toEqual(["0 octets", "1 octet", "2 octets"]);
  });
});
