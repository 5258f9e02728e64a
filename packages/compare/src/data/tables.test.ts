import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import codes from "../../cases/codes.json" with { type: "json" };
import { alphanumericReaches, callingCodeOf, destinationCountry, isOffsetUsed } from "../country/country.ts";
import { findRule } from "../country/rules.ts";
import { FINDING_CODES } from "../result/finding-codes.ts";
import senders from "./alphanumeric-senders.json" with { type: "json" };
import rules from "./country-rules.json" with { type: "json" };
import mccs from "./mcc-countries.json" with { type: "json" };

test("the generated tables are what their script makes", () => {
  const script = fileURLToPath(new URL("../../scripts/generate-tables.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

test("the codes are those that cases are labelled with", () => {
  const labelled = Object.entries(codes).filter(([code]) => !code.startsWith("_"));
  const ours = Object.entries(FINDING_CODES).map(([code, { dimension, level, severity, meaning }]) => [
    code,
    { dim: dimension, ...(level === null ? {} : { level }), sev: severity, is: meaning },
  ]);
  expect(ours).toEqual(labelled);
});

test("every rule names codes that exist, a pattern that compiles, and a source", () => {
  for (const rule of rules.rules) {
    expect(rule.codes.every((code) => code in FINDING_CODES)).toBe(true);
    if ("pattern" in rule) expect(() => new RegExp(rule.pattern ?? "", "iu")).not.toThrow();
    expect(rule.source).not.toBe("");
  }
});

test("no country both lets names through and replaces them", () => {
  expect(senders.reach.filter((country) => senders.replaced.includes(country))).toEqual([]);
  expect([alphanumericReaches("GB"), alphanumericReaches("US")]).toEqual([true, false]);
});

test.each([
  [{ country: "gb" }, "GB"],
  [{ country: "UK" }, "GB"],
  [{ mcc: "234", mnc: "15" }, "GB"],
  [{ country: "", mcc: "262" }, "DE"],
  [{ mcc: "999" }, null],
  [{}, null],
] as const)("the destination %j is %s", (destination, country) => {
  expect(destinationCountry(destination)).toBe(country);
});

test("nearly every country of an mcc has a calling code and offsets", () => {
  const countries = [...new Set(Object.values(mccs.countries))];
  expect(countries.length).toBeGreaterThan(200);
  expect(countries.filter((country) => callingCodeOf(country) === null).length).toBeLessThan(10);
  expect([isOffsetUsed("GB", 60), isOffsetUsed("GB", 480), isOffsetUsed("XX", 480)]).toEqual([true, false, true]);
});

test("a rule is found by country, code and what was added", () => {
  expect(findRule("KR", "CONTENT_PREFIX_ADDED", "[Web발신]\n")?.tag).toBe("ORIGIN_TAG");
  expect(findRule("KR", "CONTENT_PREFIX_ADDED", "Hello ")).toBeNull();
  expect(findRule("FR", "CONTENT_PREFIX_ADDED", "[Web발신]\n")).toBeNull();
  expect(findRule(null, "CONTENT_PREFIX_ADDED", "[Web발신]\n")).toBeNull();
});
