import { decodeDeliver } from "@smsproof/pdu";
import { describe, expect, it } from "vitest";
import { decodeItem } from "../decode/decode-item.ts";
import { messageJoiner } from "../decode/join-messages.ts";
import type { DeliverResult, Result } from "../decode/result.ts";
import { readCsvRow } from "../input/csv-row.ts";
import type { PduItem } from "../input/item.ts";
import { styleFor } from "../terminal/style.ts";
import { FIRST_PART, SAMPLE, SAMPLE_ODD, SECOND_PART } from "../testing/pdus.ts";
import { CSV_COLUMNS, csvFormat } from "./csv.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json.ts";
import { ndjsonFormat } from "./ndjson.ts";
import { prettyFormat } from "./pretty.ts";

function decoded(pdu: string, record = 1): Result {
  const item: PduItem = { kind: "pdu", pdu, unit: "loose", line: record, record, index: 0, path: "" };
  return decodeItem(item, "f.txt", {});
}

function messages(...pdus: string[]): Result[] {
  const joiner = messageJoiner();
  const joined = pdus.flatMap((pdu) => joiner.add(decoded(pdu) as DeliverResult, "loose"));
  return [...joined, ...joiner.end()];
}

function printed(format: Format, results: readonly Result[]): string {
  return format.head() + results.map((result) => format.result(result)).join("") + format.tail();
}

const ERROR = decoded("07Z", 2);

describe("ndjsonFormat", () => {
  it("prints exactly the decoded value", () => {
    expect(printed(ndjsonFormat(false), [decoded(SAMPLE)])).toBe(
      `${JSON.stringify(decodeDeliver(SAMPLE))}\n`,
    );
  });

  it("prints an error in its place", () => {
    const lines = printed(ndjsonFormat(false), [decoded(SAMPLE), ERROR]).split("\n");
    expect(JSON.parse(lines[1] ?? "")).toEqual({
      error: { code: "NOT_HEX", message: expect.any(String), field: "PDU", offset: 1 },
      input: "07Z",
    });
  });

  it("adds where values come from", () => {
    const lines = printed(ndjsonFormat(true), [ERROR, ...messages(FIRST_PART, SECOND_PART)]).split("\n");
    const source = { file: "f.txt", line: 2, record: 2, index: 0 };
    expect(JSON.parse(lines[0] ?? "")).toHaveProperty("source", source);
    expect(JSON.parse(lines[1] ?? "").sources).toHaveLength(2);
  });
});

describe("jsonFormat", () => {
  it.each([0, 1, 3])("prints an array of %d", (count) => {
    const results = Array.from({ length: count }, () => decoded(SAMPLE));
    const value: unknown = JSON.parse(printed(jsonFormat(false), results));
    expect(value).toEqual(results.map(({ value }) => value));
  });
});

describe("csvFormat", () => {
  /** What is printed, read again: a record of the filled cells for each row. */
  function rows(results: readonly Result[], withSource = false): Record<string, string>[] {
    const text = printed(csvFormat(withSource), results);
    const all: (readonly string[])[] = [];
    for (let at = 0; at < text.length; ) {
      const row = readCsvRow(text, at, ",", true);
      if (typeof row === "string") throw new Error(row);
      all.push(row.cells);
      at = row.end;
    }
    const [header = [], ...body] = all;
    expect(header.slice(0, CSV_COLUMNS.length)).toEqual(CSV_COLUMNS);
    return body.map((cells) => {
      expect(cells).toHaveLength(header.length);
      return Object.fromEntries(
        header.map((name, i) => [name, cells[i] ?? ""]).filter(([, cell]) => cell !== ""),
      );
    });
  }

  it("prints a row for each result", () => {
    const incomplete = messages(FIRST_PART);
    expect(rows([decoded(SAMPLE), ERROR, ...messages(FIRST_PART, SECOND_PART), ...incomplete])).toEqual([
      {
        type: "SMS-DELIVER",
        smsc: "+27381000015",
        originator: "27838890001",
        originatorType: "subscriber",
        timestamp: "1999-03-29T15:16:59+02:00",
        timestampRaw: "99309251619580",
        protocolIdentifier: "0",
        dataCoding: "0",
        alphabet: "gsm7",
        text: "AAA",
      },
      {
        type: "error",
        errorCode: "NOT_HEX",
        errorMessage: expect.any(String),
        errorField: "PDU",
        errorOffset: "1",
        input: "07Z",
      },
      expect.objectContaining({ type: "message", text: "Hello world", reference: "165", parts: "2" }),
      expect.objectContaining({ type: "incomplete", text: "Hello ", missing: "2" }),
    ]);
  });

  it("names the diagnostics once each, and the place where wanted", () => {
    const [row] = rows([decoded(SAMPLE_ODD)], true);
    expect(row).toMatchObject({ file: "f.txt", line: "1", record: "1", index: "0" });
    expect(row?.["diagnostics"]?.split(" ")).toContain("TIMESTAMP_IMPOSSIBLE");
  });
});

describe("prettyFormat", () => {
  const style = styleFor({ isTTY: false }, {});
  const pretty = (...results: Result[]): string[] =>
    printed(prettyFormat({ style, width: 80, withSource: false }), results).split("\n");

  it("prints a block for each message", () => {
    expect(pretty(decoded(SAMPLE), ...messages(FIRST_PART, SECOND_PART))).toEqual([
      "27838890001  1999-03-29 15:16:59 +02:00  SMSC +27381000015",
      "  GSM 7-bit",
      "  │ AAA",
      "",
      "+1234  2022-01-11 12:03:00 +00:00  no SMSC",
      "  GSM 7-bit · 2 parts, reference 165",
      "  │ Hello world",
      "",
    ]);
  });

  it("says what is missing and what is odd", () => {
    expect(pretty(...messages(FIRST_PART))[1]).toBe(
      "  GSM 7-bit · incomplete: part 2 of 2 missing, reference 165",
    );
    expect(
      pretty(decoded(SAMPLE_ODD)).some((line) => line.includes("  ! ") && line.includes("TP-SCTS")),
    ).toBe(true);
  });

  it("prints errors with their input", () => {
    const lines = pretty(ERROR);
    expect(lines[0]).toMatch(/^✗ f\.txt:2: .*\(octet 1\)\.$/);
    expect(lines[1]).toBe("    07Z");
  });

  it("lets no text steer the terminal", () => {
    // UCS2: ESC [ 2 J, a line feed, a right-to-left override.
    const pdu = "04049121430008221011213000000C001B005B0032004A000A202E";
    const lines = pretty(decoded(pdu));
    expect(lines).toContain("  │ ␛[2J");
    expect(lines).toContain("  │ \\u202e");
  });
});
