import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputRecord } from "./input-record.ts";
import { readInput } from "./read-input.ts";

const A = "07917283010010F5040BC87238880900F100009930925161958003C16010";
const B = "07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764";

const read = (text: string): { kind: string; notice: string | null; records: InputRecord[] } => {
  const { kind, notice, records } = readInput(text);
  return { kind, notice, records: [...records] };
};
const inputs = (text: string): string[] => read(text).records.map(({ input }) => input);
const places = (text: string): string[] => read(text).records.map(({ place }) => place);
const units = (text: string): number[] => read(text).records.map(({ unit }) => unit);

describe("lines", () => {
  it.each([
    ["one PDU", A, [A]],
    ["lines", `${A}\n${B}\n`, [A, B]],
    ["CRLF and blank lines", `${A}\r\n\r\n${B}\r\n`, [A, B]],
    ["a byte order mark", `\uFEFF${A}`, [A]],
    ["blanks between octets", A.replace(/../g, "$& ").trim(), [A.replace(/../g, "$& ").trim()]],
    ["several in a line", `${A} ${B}`, [A, B]],
    ["cells", `${A};${B}`, [A, B]],
    ["a list without a header", `1,2026-11-04,"${A}",POSITIVE\n2,2026-11-04,"${B}",POSITIVE`, [A, B]],
    ["a log line", `2026-11-04 09:30:12 pdu=${A} from 27838890001`, [A]],
    ["a modem's answer", `AT+CMGL=4\n+CMGL: 1,1,,22\n${A}\n\nOK\n`, [A]],
    ["what is no PDU", "hello", ["hello"]],
    ["a letter O for a zero", A.replace("7283010", "72830l0"), [A.replace("7283010", "72830l0")]],
    ["a PDU that is cut short", "0791", ["0791"]],
  ])("reads %s", (_, text, expected) => {
    expect(inputs(text)).toEqual(expected);
  });

  it("says where each stood", () => {
    expect(places(`${A}\n\n${B},${A}`)).toEqual(["line 1", "line 3, PDU 1", "line 3, PDU 2"]);
  });

  it("finds any PDUs again between any separators, in order", () => {
    const pdu = fc
      .uint8Array({ minLength: 13, maxLength: 170 })
      .map((octets) => Buffer.from(octets).toString("hex"));
    const separator = fc.constantFrom("\n", "\r\n", ",", ";", " ", "\t", "|", " , ", "\n\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(pdu, separator), { minLength: 1, maxLength: 20 }), (pairs) => {
        expect(inputs(pairs.flat().join(""))).toEqual(pairs.map(([hex]) => hex));
      }),
    );
  });
});

describe("JSON", () => {
  it.each([
    ["a result", { id: 1, pdusDelivered: [A, B] }, ["pdusDelivered[0]", "pdusDelivered[1]"]],
    [
      "results in an envelope",
      { content: [{ pdusDelivered: [A] }, { pdusDelivered: [B] }] },
      ["content[0].pdusDelivered[0]", "content[1].pdusDelivered[0]"],
    ],
    ["the other vendor's", { pdu: A, receiptStatus: "POSITIVE" }, ["pdu"]],
    ["a list of PDUs", [A, B], ["[0]", "[1]"]],
    ["lists of PDUs", [[A], [B]], ["[0][0]", "[1][0]"]],
    ["several in one string", { pdu: `${A},${B}` }, ["pdu, PDU 1", "pdu, PDU 2"]],
    ["one string", A, ["the whole input"]],
  ])("reads %s", (_, value, expected) => {
    expect(places(JSON.stringify(value))).toEqual(expected);
    expect(places(JSON.stringify(value, null, 2))).toEqual(expected);
  });

  it("keeps the parts of each result apart", () => {
    expect(units(JSON.stringify([{ pdusDelivered: [A, B] }, { pdu: A }]))).toEqual([1, 1, 2]);
    expect(units(JSON.stringify([A, B]))).toEqual([1, 1]);
    expect(units(`${A}\n${B}`)).toEqual([0, 0]);
  });

  it("takes no other strings for PDUs", () => {
    expect(read(JSON.stringify({ tags: [A], text: B })).records).toMatchObject([
      { kind: "unreadable", code: "NO_PDU_FIELD" },
    ]);
  });

  it("finds nothing amiss in a result without PDUs", () => {
    expect(read('{"testStatus":"WAIT","pdusDelivered":[]}').records).toEqual([]);
    expect(read('{"receiptStatus":"WAIT","pdu":null}').records).toEqual([]);
  });

  it("reads one value a line and goes on behind a broken one", () => {
    const { kind, records } = read(`{"pdu":"${A}"}\n{"pdu":\n\n{"pdusDelivered":["${B}"]}\n`);
    expect(kind).toBe("ndjson");
    expect(records).toMatchObject([
      { kind: "pdu", input: A, place: "line 1: pdu", unit: 1 },
      { kind: "unreadable", code: "NOT_JSON", place: "line 2", unit: 2 },
      { kind: "pdu", input: B, place: "line 4: pdusDelivered[0]", unit: 3 },
    ]);
  });

  it("shows the PDUs of a sample that is not quite JSON, and says so", () => {
    const { notice, records } = read(`{\n  "pdusDelivered": [\n    "${A}",\n  ],\n}`);
    expect(notice).toMatch(/^This is not valid JSON/);
    expect(records).toMatchObject([{ input: A, place: "line 3" }]);
  });

  it("says what is wrong with JSON that holds nothing", () => {
    expect(read('{"pdu": ').records).toMatchObject([{ code: "NOT_JSON", place: "the whole input" }]);
  });

  it("is not led astray by deep nesting", () => {
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    expect(read(deep).records).toMatchObject([{ code: "NO_PDU_FIELD" }]);
  });
});

describe("tables", () => {
  it("reads the column of PDUs, quotes and line ends within quotes and all", () => {
    const text = `id,pdusDelivered,note\r\n1,"[""${A}"",""${B}""]","a, ""b""\nc"\r\n2,${B},\r\n3,,none\r\n`;
    const { kind, records } = read(text);
    expect(kind).toBe("csv");
    expect(records).toMatchObject([
      { input: A, place: "row 2, PDU 1", unit: 1 },
      { input: B, place: "row 2, PDU 2", unit: 1 },
      { input: B, place: "row 3", unit: 0 },
    ]);
  });

  it.each([";", "\t"])("takes %j between the cells", (separator) => {
    expect(inputs(`id${separator}PDU\n1${separator}${A}`)).toEqual([A]);
  });
});

describe("anything", () => {
  it("is read without an exception, every record with its place", () => {
    const bits = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ",",
      "\n",
      "\r",
      "pdu",
      "pdusDelivered",
      ":",
      " ",
      A,
      "0",
      "\uFEFF",
      "null",
      "\u202e",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(bits, { maxLength: 30 }).map((all) => all.join("")),
        ),
        (text) => {
          let unit = 0;
          for (const record of read(text).records) {
            expect(record.place).not.toBe("");
            if (record.unit === 0) continue;
            expect(record.unit === unit || record.unit === unit + 1).toBe(true);
            unit = record.unit;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
