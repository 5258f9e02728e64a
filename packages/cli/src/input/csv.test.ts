import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { brief, cutAt, readAll } from "../testing/reading.ts";
import { readCsv } from "./csv.ts";
import { ReadError } from "./read-error.ts";

async function read(pieces: readonly string[], field?: string, limit?: number): Promise<string[]> {
  return (await readAll(readCsv(pieces, field, limit))).items.map(brief);
}

describe("readCsv", () => {
  it.each([
    ["comma", "id,pdu,note\n1,07,x\n2,08,y\n"],
    ["semicolon", "id;PDU;note\n1;07;x\n2;08;y\n"],
    ["tab", "id\tPdu\tnote\n1\t07\tx\n2\t08\ty"],
    ["one column", "pdu\n07\n08\n"],
    ["CR LF, blank lines in front and behind", "\r\n\r\nid,pdu\r\n1,07\r\n2,08\r\n\r\n"],
    ["quotes", '"id","pdu"\n"1","07"\n"2","08"'],
  ])("finds the column: %s", async (name, text) => {
    const lines = name.startsWith("CR LF") ? [4, 5] : [2, 3];
    const found = await readAll(readCsv([text], undefined));
    expect(found.items.map(({ line }) => line)).toEqual(lines);
    expect(found.items.map((item) => item.kind === "pdu" && item.pdu)).toEqual(["07", "08"]);
    expect(found.records).toBe(2);
  });

  it("prefers pdusDelivered to pdu to pdus to hex", async () => {
    expect(await read(["hex,pdus,pdu,pdusDelivered\n1,2,3,4"])).toEqual(["2 pdusDelivered 4"]);
    expect(await read(["hex,pdus,pdu\n1,2,3"])).toEqual(["2 pdu 3"]);
    expect(await read(["hex,pdus\n1,2"])).toEqual(["2 pdus 2"]);
    expect(await read(["a,HEX\n1,2"])).toEqual(["2 HEX 2"]);
  });

  it("takes the named column, in its own case first", async () => {
    expect(await read(["raw,pdu,RAW\n1,2,3"], "RAW")).toEqual(["2 RAW 3"]);
    expect(await read(["Raw;pdu\n1;2"], "raw")).toEqual(["2 Raw 1"]);
  });

  it("lists the columns when there is none", async () => {
    await expect(read(["id;raw\n1;2"])).rejects.toThrow(
      new ReadError(
        "The CSV header has no column named pdusDelivered, pdu, pdus or hex; name it with --field. Columns: id, raw",
      ),
    );
    await expect(read(["id,raw\n1,2"], "body")).rejects.toThrow(
      new ReadError('The CSV header has no column "body". Columns: id, raw'),
    );
  });

  it("reads cells with several PDUs and cells with none", async () => {
    const array = JSON.stringify([SAMPLE, SAMPLE_ODD]).replaceAll('"', '""');
    const found = await readAll(
      readCsv([`id,pdus\n1,"${array}"\n2,\n3,${SAMPLE}|${SAMPLE_ODD}\n`], undefined),
    );
    expect(found.items.map(brief)).toEqual([
      `2 pdus[0] ${SAMPLE}`,
      `2 pdus[1] ${SAMPLE_ODD}`,
      `4 pdus[0] ${SAMPLE}`,
      `4 pdus[1] ${SAMPLE_ODD}`,
    ]);
    expect(found.items.map(({ record }) => record)).toEqual([1, 1, 3, 3]);
    expect(found.records).toBe(3);
  });

  it("says which row has too few cells", async () => {
    expect(await read(["id,text,pdu\n1,x\n2,y,08"])).toEqual(["2 pdu NO_PDU_FIELD 1,x", "3 pdu 08"]);
  });

  it("keeps line numbers across line breaks in quotes", async () => {
    expect(await read(['text,pdu\n"a\nb\n",07\nx,08'])).toEqual(["2 pdu 07", "5 pdu 08"]);
  });

  it("loses one line to a quote that is never closed", async () => {
    expect(await read(['text,pdu\n"a,07\nb,08\nc,09\n'])).toEqual([
      '2 pdu QUOTE_NOT_CLOSED "a,07',
      "3 pdu 08",
      "4 pdu 09",
    ]);
    const far = `${"x,08\n".repeat(10)}`;
    const found = await read([`text,pdu\n"a,07\n${far}y",09\n`], undefined, 20);
    expect(found[0]).toBe('2 pdu QUOTE_NOT_CLOSED "a,07');
    expect(found).toHaveLength(12);
  });

  it("keeps the beginning of a row above the limit", async () => {
    expect(await read([`pdu,x\n07,${"x".repeat(40)}\n08,y\n`], undefined, 16)).toEqual([
      "2 pdu RECORD_TOO_LONG 07,xxxxxxxxxxxxx",
      "3 pdu 08",
    ]);
  });

  it("gives the same items however the text is cut", async () => {
    const parts = fc.array(fc.constantFrom("07", ",", "\n", '"', "\r\n", "abc", '""', '"x\ny"'), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(
        parts,
        fc.array(fc.nat(80), { maxLength: 8 }),
        fc.constantFrom(8, 1000),
        async (all, cuts, limit) => {
          const text = `a,pdu\n${all.join("")}`;
          expect(await read(cutAt(text, cuts), undefined, limit)).toEqual(
            await read([text], undefined, limit),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
