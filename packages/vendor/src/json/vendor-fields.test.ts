import { describe, expect, it } from "vitest";
import { vendorFields } from "./vendor-fields.ts";

const lenient = vendorFields(false);
const strict = vendorFields(true);

describe("vendorFields", () => {
  it.each([
    [894562, "894562"],
    ["9007199254740993", "9007199254740993"],
    ["007", "007"],
  ])("reads the id %j as %j", (value, id) => {
    expect(lenient.id.parse(value)).toBe(id);
  });

  it.each([1.5, -1, "12a", "", null, undefined, {}])("refuses the id %j, lenient or not", (value) => {
    expect(lenient.id.safeParse(value).success).toBe(false);
    expect(strict.id.safeParse(value).success).toBe(false);
  });

  it("reads absent, empty and the four letters null as null, and numbers as their digits", () => {
    expect([undefined, null, "", "null", "NULL", 12].map((value) => lenient.text.parse(value))).toEqual([
      null,
      null,
      null,
      null,
      "NULL",
      "12",
    ]);
  });

  it("keeps evidence to the letter", () => {
    expect(["", "null", " x ", null, undefined].map((value) => lenient.evidence.parse(value))).toEqual([
      "",
      "null",
      " x ",
      null,
      null,
    ]);
  });

  it("reads integers from strings", () => {
    expect(
      [213, "213", "-1", null, undefined, "x", "1.5"].map((value) => lenient.integer.parse(value)),
    ).toEqual([213, 213, -1, null, null, null, null]);
  });

  it("reads values of the wrong type as null, unless strict", () => {
    expect(lenient.text.parse({})).toBe(null);
    expect(lenient.texts.parse(["A", null, 1])).toEqual(["A"]);
    expect(lenient.texts.parse("A")).toEqual([]);
    expect(strict.text.safeParse({}).success).toBe(false);
    expect(strict.texts.safeParse(["A", null]).success).toBe(false);
    expect(strict.integer.safeParse("x").success).toBe(false);
  });

  it("keeps unknown keys, unless strict", () => {
    expect(lenient.object({ a: lenient.text }).parse({ b: 1 })).toEqual({ a: null, b: 1 });
    expect(strict.object({ a: strict.text }).safeParse({ b: 1 }).success).toBe(false);
  });
});
