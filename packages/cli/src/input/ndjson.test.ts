import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brief, cutAt, readAll } from "../testing/reading.ts";
import { readJsonDocuments } from "./json-documents.ts";
import { readNdjson } from "./ndjson.ts";
import { pduField } from "./pdu-field.ts";

async function read(pieces: readonly string[], name?: string, limit?: number): Promise<string[]> {
  return (await readAll(readNdjson(pieces, pduField(name), limit))).items.map(brief);
}

/** JSON values with PDU fields at all places, and without. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, 5, "07", "a text"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("pdu", "pdusDelivered", "results", "a", "b"), tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("readNdjson", () => {
  it("reads a vendor's result a line", async () => {
    const text =
      '{"id":1,"pdusDelivered":["07","08"]}\r\n{"pdu":"09","receiptStatus":"POSITIVE"}\n\n{"pdu":null}\n';
    const { items, records } = await readAll(readNdjson([text], pduField(undefined)));
    expect(items.map(brief)).toEqual(["1 pdusDelivered[0] 07", "1 pdusDelivered[1] 08", "2 pdu 09"]);
    expect(items.map(({ record }) => record)).toEqual([1, 1, 2]);
    expect(records).toBe(3);
  });

  it("makes what is not JSON, and what has no PDU field, one fault a line", async () => {
    expect(await read(['{"pdu":"07"}\n{"pdu":"0\nhello\n{"id":9007199254740993}\n{"pdu":"08"}'])).toEqual([
      "1 pdu 07",
      '2 NOT_JSON {"pdu":"0',
      "3 NOT_JSON hello",
      '4 NO_PDU_FIELD {"id":9007199254740993}',
      "5 pdu 08",
    ]);
  });

  it("reads lines that hold many records, with the text of each as it stood", async () => {
    expect(await read(['\n{"results":[{"pdu":"07"},{"id":9007199254740993}]}\n["08"]\n"09"'])).toEqual([
      "2 results[0].pdu 07",
      '2 results[1] NO_PDU_FIELD {"id":9007199254740993}',
      "3 [0] 08",
      "4 09",
    ]);
  });

  it("reads the named field", async () => {
    expect(await read(['{"sms":{"raw":"07"},"pdu":"08"}'], "sms.raw")).toEqual(["1 sms.raw 07"]);
    expect(await read(['{"pdu":"08"}'], "raw")).toEqual(['1 NO_PDU_FIELD {"pdu":"08"}']);
  });

  it("keeps the beginning of a line above the limit", async () => {
    expect(await read([`{"a":"${"x".repeat(30)}"}\n{"pdu":"07"}`], undefined, 16)).toEqual([
      '1 RECORD_TOO_LONG {"a":"xxxxxxxxxx',
      "2 pdu 07",
    ]);
  });

  it("gives for each line what the same document gives alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 4 }), async (documents) => {
        const lines = documents.map((document) => JSON.stringify(document));
        const found = (
          await readAll(
            readNdjson(
              lines.map((line) => `${line}\n`),
              pduField(undefined),
            ),
          )
        ).items;
        const expected: string[] = [];
        for (const [i, line] of lines.entries()) {
          const alone = await readAll(readJsonDocuments([line], pduField(undefined)));
          // A fault of a whole document shows the line; the documents' reader shows at most its beginning.
          for (const item of alone.items) expected.push(brief({ ...item, line: i + 1 }));
        }
        expect(found.map(brief)).toEqual(expected);
      }),
    );
  });

  it("gives the same items however the text is cut", async () => {
    const lines = fc.array(
      fc.oneof(
        values.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.array(fc.nat(200), { maxLength: 6 }), async (all, cuts) => {
        const text = all.join("\n");
        expect(await read(cutAt(text, cuts))).toEqual(await read([text]));
      }),
    );
  });
});
