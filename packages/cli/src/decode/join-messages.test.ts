import { describe, expect, it } from "vitest";
import type { PduItem } from "../input/item.ts";
import { FIRST_PART, SAMPLE, SECOND_PART } from "../testing/pdus.ts";
import { decodeItem } from "./decode-item.ts";
import { messageJoiner } from "./join-messages.ts";
import type { DeliverResult, MessageResult } from "./result.ts";

function part(pdu: string, record = 1): DeliverResult {
  const item: PduItem = { kind: "pdu", pdu, unit: "loose", line: record, record, index: 0, path: "" };
  const result = decodeItem(item, "f", {});
  if (result.kind === "error") throw new Error(result.value.error.message);
  return result;
}

const brief = (results: readonly MessageResult[]): unknown[] =>
  results.map(({ value, sources }) => [value.type, value.text, sources.map(({ record }) => record)]);

describe("messageJoiner", () => {
  it("gives a message without concatenation at once", () => {
    expect(brief(messageJoiner().add(part(SAMPLE), "loose"))).toEqual([["message", "AAA", [1]]]);
  });

  it("joins loose parts across records, in the order of their sequence", () => {
    const joiner = messageJoiner();
    expect(joiner.add(part(SECOND_PART, 1), "loose")).toEqual([]);
    expect(joiner.endRecord()).toEqual([]);
    expect(brief(joiner.add(part(FIRST_PART, 2), "loose"))).toEqual([["message", "Hello world", [2, 1]]]);
    expect(joiner.end()).toEqual([]);
  });

  it("keeps the records of a vendor apart", () => {
    const joiner = messageJoiner();
    joiner.add(part(FIRST_PART, 1), "record");
    expect(brief(joiner.endRecord())).toEqual([["incomplete", "Hello ", [1]]]);
    joiner.add(part(SECOND_PART, 2), "record");
    expect(brief(joiner.end())).toEqual([["incomplete", "world", [2]]]);
  });

  it("gives up the oldest where there is no room", () => {
    const joiner = messageJoiner(1);
    joiner.add(part(FIRST_PART, 1), "loose");
    const other = FIRST_PART.replace("0003A5", "0003A6");
    expect(brief(joiner.add(part(other, 2), "loose"))).toEqual([["incomplete", "Hello ", [1]]]);
    expect(joiner.end().map(({ value }) => value.concatenation?.reference)).toEqual([0xa6]);
  });
});
