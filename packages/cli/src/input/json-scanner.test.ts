import { describe, expect, it } from "vitest";
import { brief, cutAt } from "../testing/reading.ts";
import { jsonScanner } from "./json-scanner.ts";
import { pduField } from "./pdu-field.ts";

function scan(pieces: readonly string[], options: { field?: string; limit?: number } = {}): string[] {
  const { field, limit } = options;
  const scanner = jsonScanner({ field: pduField(field), ...(limit !== undefined && { limit }) });
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()].map(brief);
}

const read = (text: string, field?: string): string[] => scan([text], field === undefined ? {} : { field });

describe("jsonScanner", () => {
  it("reads an object", () => {
    expect(
      read('{"id": 9007199254740993, "pdusDelivered": ["07", "08"], "smscInfo": {"mcc": null}}'),
    ).toEqual(["1 pdusDelivered[0] 07", "1 pdusDelivered[1] 08"]);
  });

  it("reads an array of objects, each with its line", () => {
    expect(read('[\n  {"pdu": "07"},\n  {\n    "pdu": "08"\n  }\n]\n')).toEqual([
      "2 [0].pdu 07",
      "3 [1].pdu 08",
    ]);
  });

  it("reads arrays of strings", () => {
    expect(read('["07", "08"]')).toEqual(["1 [0] 07", "1 [1] 08"]);
    expect(read('[["07", "08"], ["09"]]')).toEqual(["1 [0][0] 07", "1 [0][1] 08", "1 [1][0] 09"]);
  });

  it("reads envelopes", () => {
    expect(
      read('{"meta": {"page": [1, 2]}, "results": [{"pdu": "07"}, {"pdu": null}, {"sms": {"pdu": "08"}}]}'),
    ).toEqual(["1 results[0].pdu 07", "1 results[2].sms.pdu 08"]);
    expect(read('{"a": {"b": {"content": [{"pdu": "07"}]}}}')).toEqual(["1 a.b.content[0].pdu 07"]);
  });

  it("reads a field by its path, through envelopes and arrays", () => {
    expect(read('{"results": [{"sms": {"raw": "07"}, "raw": "08"}]}', "sms.raw")).toEqual([
      "1 results[0].sms.raw 07",
    ]);
    expect(read('{"results": [{"raw": "07"}]}', "results.raw")).toEqual(["1 results[0].raw 07"]);
  });

  it("reads documents one after the other", () => {
    expect(read('{"pdu": "07"}\n{\n"pdu": "08"}["09"] "0A"')).toEqual([
      "1 pdu 07",
      "3 pdu 08",
      "3 [0] 09",
      "3 0A",
    ]);
  });

  it("reports elements of an array of records without a PDU field, those before the first that has it too", () => {
    expect(read('{"results": [{"id": 1}, {"pdu": "07"}, {"id": 9007199254740993}]}')).toEqual([
      '1 results[0] NO_PDU_FIELD {"id": 1}',
      "1 results[1].pdu 07",
      '1 results[2] NO_PDU_FIELD {"id": 9007199254740993}',
    ]);
    expect(read('[{"id": 1}, 5]')).toEqual(['1 [0] NO_PDU_FIELD {"id": 1}', "1 [1] NO_PDU_FIELD 5"]);
  });

  it("leaves alone arrays that are none of records", () => {
    expect(read('{"tags": [{"a": 1}], "pdu": "07"}')).toEqual(["1 pdu 07"]);
  });

  it("reports a document without any PDU field once", () => {
    expect(read('{"a": 1, "b": [{"c": 2}]}')).toEqual(['1 NO_PDU_FIELD {"a": 1, "b": [{"c": 2}]}']);
    expect(read("5")).toEqual(["1 NO_PDU_FIELD 5"]);
    expect(read("[]")).toEqual([]);
    expect(read(" \n ")).toEqual([]);
  });

  it("counts records", () => {
    const scanner = jsonScanner({ field: pduField(undefined), records: 10 });
    const items = scanner.push('[{"id": 1}, {"pdusDelivered": []}, {"pdu": "07"}]');
    expect(scanner.records).toBe(13);
    expect(items.map(({ record }) => record)).toEqual([11, 13]);
  });

  it("counts elements that waited before the one that shows what they are", () => {
    const scanner = jsonScanner({ field: pduField(undefined) });
    expect(scanner.push('{"r": [{}, {}, {"pdu": "07"}]}').map(({ record }) => record)).toEqual([1, 2, 3]);
  });

  it("makes a broken element one fault", () => {
    const text = '[\n{"pdu": "07"},\n{"pdu": 08},\n{"pdu": "09"}\n]';
    expect(read(text)).toEqual(["2 [0].pdu 07", '3 [1] NOT_JSON {"pdu": 08}', "4 [2].pdu 09"]);
  });

  it("loses one element to a string that is never closed", () => {
    const text = '[\n  {\n    "pdu": "07\n  },\n  {\n    "pdu": "08"\n  }\n]';
    expect(read(text)).toEqual(['2 [0] NOT_JSON {\n    "pdu": "07\n  }', "5 [1].pdu 08"]);
  });

  it("reads on where a comma is missing", () => {
    expect(read('[{"pdu": "07"}\n {"pdu": "08"}]')).toEqual([
      "1 [0].pdu 07",
      "2 [1] NOT_JSON ",
      "2 [1].pdu 08",
    ]);
  });

  it("goes on with the next document on a line of its own", () => {
    expect(read('{"a" 1}\n  more\n{"pdu": "07"}')).toEqual(["1 a NOT_JSON 1}", "3 pdu 07"]);
    expect(read('{"id": 1,\n{"pdu": "07"}\n{"pdu": "08"}\n')).toEqual([
      '2 id NOT_JSON {"id": 1,',
      "2 pdu 07",
      "3 pdu 08",
    ]);
  });

  it.each([
    ['[{"pdu": "07"}', ["1 [0].pdu 07", "1 [1] NOT_JSON "]],
    ['[{"pdu": "07"}, {"pdu": "08', ["1 [0].pdu 07", '1 [1] NOT_JSON {"pdu": "08']],
    ['{"pdu": "07", "te', ["1 pdu 07", "1 pdu NOT_JSON "]],
    ['{"pdu": "07", "text": "a', ["1 pdu 07", "1 text NOT_JSON "]],
    ['{"pdu":', ["1 pdu NOT_JSON "]],
    ["}", ["1 NOT_JSON }"]],
    ['{"pdu": "07"} nul', ["1 pdu 07", "1 NOT_JSON nul"]],
    ["[1,]", ["1 [0] NO_PDU_FIELD 1", "1 [1] NOT_JSON ]"]],
  ])("reports what is cut off or out of place: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("keeps nothing of an element above the limit but its beginning", () => {
    expect(scan([`[{"a":"${"x".repeat(50)}"},{"pdu":"07"}]`], { limit: 20 })).toEqual([
      '1 [0] RECORD_TOO_LONG {"a":"xxxxxxxxxxxxxx',
      "1 [1].pdu 07",
    ]);
  });

  it("bounds how deep envelopes go", () => {
    const deep = `${'{"a":'.repeat(10_000)}1`;
    expect(read(deep)).toHaveLength(1);
  });

  it("gives the same items wherever the text is cut", () => {
    const text =
      '{"m": {"n": ["x]"]}, "r": [{"a": "\\"{"}, {"pdu": "07"},\n {"pdu": "0}8\n"}, tru, -1.5]}\n[{"pdu": ["09"]} {"b":1}]\n{x\n\n["0A"';
    const whole = scan([text], { limit: 16 });
    const unlimited = scan([text]);
    for (let cut = 0; cut <= text.length; cut++) {
      expect(scan(cutAt(text, [cut]), { limit: 16 })).toEqual(whole);
      expect(scan(cutAt(text, [cut]))).toEqual(unlimited);
    }
    expect(scan([...text], { limit: 16 })).toEqual(whole);
    expect(scan([...text])).toEqual(unlimited);
  });
});
