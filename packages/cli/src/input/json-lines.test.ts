import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt } from "../testing/reading.ts";
import { readJsonLines } from "./json-lines.ts";

async function all(pieces: readonly string[], limit?: number): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const items of readJsonLines(pieces, limit)) found.push(...items);
  return found;
}

describe("readJsonLines", () => {
  it("gives one item a line and passes over blank ones", async () => {
    expect(await all(['{"a":1}\r\n\n  \nnope\n[2]'])).toEqual([
      { kind: "value", value: { a: 1 }, input: '{"a":1}', line: 1, record: 1 },
      expect.objectContaining({ kind: "fault", code: "NOT_JSON", input: "nope", line: 4, record: 2 }),
      { kind: "value", value: [2], input: "[2]", line: 5, record: 3 },
    ]);
  });

  it("keeps the beginning of a line above the limit", async () => {
    expect(await all(['{"a":"', "x".repeat(50), '"}\n{}'], 20)).toEqual([
      expect.objectContaining({ kind: "fault", code: "RECORD_TOO_LONG", line: 1 }),
      expect.objectContaining({ kind: "value", value: {}, line: 2 }),
    ]);
  });

  it("reads the same however the text is cut", async () => {
    const line = fc.oneof(fc.json(), fc.constantFrom("", "{", '"'));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(400)), async (lines, places) => {
        const text = lines.join("\n");
        expect(await all(cutAt(text, places))).toEqual(await all([text]));
      }),
    );
  });
});
