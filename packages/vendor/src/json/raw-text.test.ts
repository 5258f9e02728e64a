import fc from "fast-check";
import { expect, it } from "vitest";
import { rawText } from "./raw-text.ts";

it("rawText never throws and keeps strings", () => {
  fc.assert(fc.property(fc.anything(), (value) => typeof rawText(value) === "string"));
  expect([
    rawText("x"),
    rawText(5),
    rawText({ toString: 0 }),
    rawText(null),
    rawText(undefined),
    rawText(1n),
  ]).toEqual(["x", "5", '{"toString":0}', "null", "undefined", "bigint"]);
});
