import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE_TEXTS } from "../../test/sample-texts.ts";
import { decodeInput } from "./decode-input.ts";
import type { Entry } from "./decode-report.ts";
import { SAMPLES } from "./samples.generated.ts";

const sample = (name: string): string => {
  const found = SAMPLES.find((one) => one.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found.input;
};
const entriesOf = (text: string, limit = 100): readonly Entry[] => decodeInput(text, { limit }).entries;
const textsOf = (text: string): (string | null)[] =>
  entriesOf(text).map((entry) => (entry.kind === "message" ? entry.message.text : entry.error.code));

describe("the examples", () => {
  it("are what the script makes", () => {
    const committed = readFileSync(new URL("./samples.generated.ts", import.meta.url), "utf8");
    const script = fileURLToPath(new URL("../../scripts/make-samples.mjs", import.meta.url));
    expect(execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" })).toBe(committed);
  });

  it.each([
    ["TestSMS document", ["AAA"]],
    ["TelQ document", ["ernykarny fgCfWsd"]],
    ["Arabic in two parts", [SAMPLE_TEXTS.arabic]],
    ["Emoji split across parts", [SAMPLE_TEXTS.emoji]],
    ["Turkish shift table", [SAMPLE_TEXTS.turkish]],
    ["Vendor's JSON", ["kTqwZrWmXd is your code"]],
    ["Cut", ["This message was cut on its wa", "CUT"]],
  ])("%s comes out right", (name, expected) => {
    expect(textsOf(sample(name))).toEqual(expected);
  });

  it("split the rocket between the parts", () => {
    const [entry] = entriesOf(sample("Emoji split across parts"));
    const parts = entry?.kind === "message" ? entry.parts.map(({ value }) => value.text) : [];
    expect(parts.map((text) => [text?.slice(0, 1), text?.slice(-1)])).toEqual([
      ["Y", "\ud83d"],
      ["\ude80", "\udc4d"],
    ]);
  });

  it("use the Turkish table", () => {
    const [entry] = entriesOf(sample("Turkish shift table"));
    expect(entry).toMatchObject({
      message: { parts: [{ nationalLanguage: { single: 1, locking: null }, diagnostics: [] }] },
    });
  });

  it("lack part 2", () => {
    const [entry] = entriesOf(sample("A part missing"));
    expect(entry).toMatchObject({
      first: 0,
      message: { type: "incomplete", missing: [2] },
      parts: [{ index: 1 }, { index: 0 }],
    });
  });
});

describe("decodeInput", () => {
  const [part1 = "", part2 = ""] = sample("Arabic in two parts").split("\n");

  it("puts messages and failures in the order of the input", () => {
    const entries = entriesOf([part2, "zz", sample("TestSMS document"), part1].join("\n"));
    expect(entries.map(({ kind, first }) => [kind, first])).toEqual([
      ["message", 0],
      ["failure", 1],
      ["message", 2],
    ]);
  });

  it("joins parts within a result and not across results", () => {
    const together = JSON.stringify({ pdusDelivered: [part2, part1] });
    const apart = JSON.stringify([{ pdusDelivered: [part1] }, { pdusDelivered: [part2] }]);
    expect(decodeInput(together, { limit: 9 }).totals).toMatchObject({ messages: 1, incomplete: 0 });
    expect(decodeInput(apart, { limit: 9 }).totals).toMatchObject({ messages: 0, incomplete: 2 });
  });

  it("shows a part that came twice with its message", () => {
    const [entry, ...others] = entriesOf([part1, part1, part2, part2].join("\n"));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      parts: [{ index: 0 }, { index: 2 }],
      repeated: [{ index: 1 }, { index: 3 }],
    });
  });

  it("keeps to the limit and counts the rest", () => {
    const lines = Array.from({ length: 1_000 }, (_, at) =>
      at % 10 === 3 ? "zz" : sample("TestSMS document"),
    );
    const { entries, totals, link } = decodeInput(lines.join("\n"), { limit: 20 });
    expect(entries.map(({ first }) => first)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(totals).toEqual({ records: 1_000, messages: 900, incomplete: 0, failures: 100 });
    expect(link).toBeNull();
  });

  it("tells how far it is", () => {
    const heard: number[] = [];
    decodeInput("zz\n".repeat(12_000), { limit: 1, onProgress: (records) => heard.push(records) });
    expect(heard).toEqual([5_000, 10_000]);
  });

  it("gives an error with its place for what is no PDU", () => {
    expect(entriesOf("hello")).toMatchObject([
      { source: { input: "hello", place: "line 1" }, error: { code: "NOT_HEX", field: "PDU", offset: 0 } },
    ]);
  });

  it("loses no record of any input", () => {
    const line = fc.oneof(
      fc.constantFrom(part1, part2, sample("TestSMS document"), ""),
      fc.string(),
      fc.uint8Array({ maxLength: 60 }).map((octets) => Buffer.from(octets).toString("hex")),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { entries, totals } = decodeInput(lines.join("\n"), { limit: 1_000 });
        const indexes = entries.flatMap((entry) =>
          entry.kind === "failure"
            ? [entry.first]
            : [...entry.parts, ...entry.repeated].map(({ index }) => index),
        );
        expect(indexes.toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: totals.records }, (_, at) => at),
        );
      }),
    );
  });
});
