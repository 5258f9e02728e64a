import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decodeDeliver } from "@smsproof/pdu";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CSV_COLUMNS } from "../output/csv.ts";
import { CUT_OFF, SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { runCli } from "../testing/run-cli.ts";

const PDUS = [SAMPLE, CUT_OFF, SAMPLE_ODD];

/** The same three PDUs, the one in the middle broken, in every kind of input. */
const INPUTS: Readonly<Record<string, string>> = {
  "hex lines": PDUS.join("\n"),
  NDJSON: PDUS.map((pdu) => `${JSON.stringify({ id: 1, pdusDelivered: [pdu] })}\n`).join(""),
  "a JSON object": JSON.stringify({ pdusDelivered: PDUS }, null, 2),
  "a JSON array of objects": JSON.stringify(
    PDUS.map((pdu) => ({ pdu })),
    null,
    2,
  ),
  "a JSON array of strings": JSON.stringify(PDUS, null, 2),
  "a JSON envelope": JSON.stringify({ page: 1, content: PDUS.map((pdu) => ({ sms: { pdu } })) }, null, 2),
  CSV: `id,text,pdu\n${PDUS.map((pdu, i) => `${i},"a ""b"",\nc",${pdu}\n`).join("")}`,
  "CSV with a list in a cell": `id;pdus\n1;"${PDUS.join(", ")}"\n`,
};

const EXPECTED = [
  decodeDeliver(SAMPLE),
  {
    error: expect.objectContaining({ field: expect.any(String), offset: expect.any(Number) }),
    input: CUT_OFF,
  },
  decodeDeliver(SAMPLE_ODD),
];

const lines = (text: string): string[] => text.split("\n").slice(0, -1);

/** How each input may be packed. */
const PACKINGS: Readonly<Record<string, (input: string) => string | Uint8Array>> = {
  "as it is": (input) => input,
  "CR LF and a byte order mark": (input) => `\ufeff${input.replaceAll("\n", "\r\n")}`,
  gzip: (input) => gzipSync(input),
};

describe.concurrent("decode of every kind of input, packed in every way", () => {
  let folder = "";
  const files: string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "smsproof-"));
    for (const [kind, input] of Object.entries(INPUTS)) {
      for (const [packing, pack] of Object.entries(PACKINGS)) {
        const path = join(folder, `${kind}, ${packing}`);
        writeFileSync(path, pack(input));
        files.push(path);
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const everywhere = <T>(values: readonly T[]): { file: string; value: T }[] =>
    files.flatMap((file) => values.map((value) => ({ file, value })));

  it("to NDJSON, with the place of each", async () => {
    const { status, stdout, stderr } = await runCli(["decode", "--source", ...files]);
    const found = lines(stdout).map((line): unknown => JSON.parse(line));
    const source = (file: string): unknown => expect.objectContaining({ file, line: expect.any(Number) });
    expect(found).toEqual(
      everywhere(EXPECTED).map(({ file, value }) => ({ ...value, source: source(file) })),
    );
    expect(stderr).toMatch(/\n24 of 60 records failed\.\n$/);
    expect(status).toBe(1);
  });

  it("to JSON", async () => {
    const { status, stdout } = await runCli(["decode", "--format", "json", ...files]);
    expect(JSON.parse(stdout)).toEqual(everywhere(EXPECTED).map(({ value }) => value));
    expect(status).toBe(1);
  });

  it("to CSV", async () => {
    const { status, stdout } = await runCli(["decode", "--format", "csv", ...files]);
    const [header, ...rows] = lines(stdout);
    expect(header).toBe(CSV_COLUMNS.join(","));
    expect(rows.map((row) => row.split(",")[0])).toEqual(
      everywhere(["SMS-DELIVER", "error", "SMS-DELIVER"]).map(({ value }) => value),
    );
    expect(status).toBe(1);
  });

  it("pretty", async () => {
    const { status, stdout, stderr } = await runCli(["decode", "--format", "pretty", ...files]);
    const blocks = stdout.split("\n\n");
    const first = "27838890001  1999-03-29 15:16:59 +02:00  SMSC +27381000015\n  GSM 7-bit\n  │ AAA";
    expect(blocks).toHaveLength(files.length * 3);
    expect(blocks.filter((block) => block === first)).toHaveLength(files.length);
    expect(blocks.filter((block) => block.startsWith("✗ "))).toHaveLength(files.length);
    expect(stderr).toBe("24 of 60 records failed.\n");
    expect(status).toBe(1);
  });

  it("from a pipe", async () => {
    for (const input of Object.values(INPUTS).slice(0, 3)) {
      const { stdout, stderr } = await runCli(["decode"], { input });
      expect(lines(stdout).map((line): unknown => JSON.parse(line))).toEqual(EXPECTED);
      expect(stderr).toMatch(/^stdin:\d+: .*\(octet \d+\)\.\n1 of [13] records failed\.\n$/);
    }
  });
});

describe.concurrent("decode", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "smsproof-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it("reads arguments, files and the standard input in their order", async () => {
    const path = file("a.ndjson", `${JSON.stringify({ pdu: SAMPLE_ODD })}\n`);
    const { status, stdout, stderr } = await runCli(["decode", SAMPLE, path, "-", CUT_OFF, "--source"], {
      input: `pdu\n${SAMPLE}\n`,
    });
    const sources = lines(stdout).map((line): unknown => JSON.parse(line).source);
    expect(sources).toEqual([
      { file: null, line: 0, record: 1, index: 0 },
      { file: path, line: 1, record: 1, index: 0 },
      { file: "stdin", line: 2, record: 1, index: 0 },
      { file: null, line: 0, record: 1, index: 0 },
    ]);
    expect(stderr).toMatch(/^argument 4: .*\n1 of 4 records failed\.\n$/);
    expect(status).toBe(1);
  });

  it("succeeds quietly", async () => {
    const { status, stdout, stderr } = await runCli(["decode", SAMPLE]);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `${JSON.stringify(decodeDeliver(SAMPLE))}\n`,
      stderr: "",
    });
  });

  it("gives nothing for nothing", async () => {
    expect(await runCli(["decode"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(await runCli(["decode", "--format", "json"])).toMatchObject({ status: 0, stdout: "[]\n" });
    expect(await runCli(["decode"], { input: '{"pdusDelivered":[]}\n{"pdu":null}\n' })).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  it("names the failing field of NDJSON, and lines that are none", async () => {
    const path = file(
      "results.ndjson",
      `${JSON.stringify({ pdusDelivered: [SAMPLE, CUT_OFF] })}\n{"id":1\n{"id":2}\n`,
    );
    const { status, stdout, stderr } = await runCli(["decode", path]);
    expect(
      lines(stdout)
        .slice(1)
        .map((line): unknown => JSON.parse(line).error.code),
    ).toEqual(["CUT", "NOT_JSON", "NO_PDU_FIELD"]);
    expect(JSON.parse(lines(stdout)[2] ?? "")).toMatchObject({
      error: { field: null, offset: null },
      input: '{"id":1',
    });
    const [first, second, third, last] = lines(stderr);
    expect(first).toContain(`${path}:1: pdusDelivered[1]: `);
    expect(second).toContain(`${path}:2: Not JSON: `);
    expect(third).toContain(`${path}:3: There is no field "pdusDelivered" or "pdu"`);
    expect(last).toBe("3 of 3 records failed.");
    expect(status).toBe(1);
  });

  it("takes --field, --smsc, --strict, --charset, --input and --messages", async () => {
    const tpdu = SAMPLE.slice(16);
    const named = await runCli(["decode", "--field", "a.raw", "--smsc", "absent"], {
      input: `{"a":{"raw":"${tpdu}"}}`,
    });
    expect(JSON.parse(named.stdout)).toMatchObject({ smsc: null, text: "AAA" });

    const cutText = SAMPLE.slice(0, -2);
    expect((await runCli(["decode", cutText])).status).toBe(0);
    const strict = await runCli(["decode", "--strict", cutText]);
    expect(strict.status).toBe(1);
    expect(JSON.parse(strict.stdout)).toMatchObject({ error: { code: "USER_DATA_CUT", field: "TP-UD" } });

    // 8-bit data E9: e with acute accent in windows-1252.
    const eightBit = "0404912143000422101121300000" + "01E9";
    expect(JSON.parse((await runCli(["decode", eightBit])).stdout)).toMatchObject({ text: null, data: "E9" });
    const read = await runCli(["decode", "--charset", "windows-1252", eightBit]);
    expect(JSON.parse(read.stdout)).toMatchObject({ text: "é" });

    const forced = await runCli(["decode", "--input", "hex"], { input: '{"pdu":"07"}\n' });
    expect(JSON.parse(forced.stdout)).toMatchObject({ error: { code: "NOT_HEX" }, input: '{"pdu":"07"}' });
  });

  it("reports a PDU that is cut anywhere, with field and octet", async () => {
    const cuts = Array.from({ length: SAMPLE.length - 1 }, (_, length) => SAMPLE.slice(0, length + 1));
    const { status, stdout } = await runCli(["decode", "--strict", "--smsc", "present"], {
      input: cuts.join("\n"),
    });
    const errors = lines(stdout).map((line) => JSON.parse(line));
    expect(errors.map(({ input }) => input)).toEqual(cuts);
    for (const { error } of errors) {
      expect(error).toEqual({
        code: expect.stringMatching(/^[A-Z_0-9]+$/),
        message: expect.stringMatching(/\.$/),
        field: expect.any(String),
        offset: expect.any(Number),
      });
    }
    const fields = new Set(
      errors.filter(({ error }) => error.code !== "NOT_HEX").map(({ error }) => error.field),
    );
    expect([...fields]).toEqual(
      expect.arrayContaining(["SMSC", "TP-OA", "TP-PID", "TP-DCS", "TP-SCTS", "TP-UDL", "TP-UD"]),
    );
    expect(status).toBe(1);
  });

  it("reads UTF-16 as PowerShell writes it", async () => {
    const input = Buffer.from(`\ufeff${SAMPLE}\r\n`, "utf16le");
    expect((await runCli(["decode"], { input })).stdout).toBe(`${JSON.stringify(decodeDeliver(SAMPLE))}\n`);
  });

  it("reads the other files where one has no column of PDUs", async () => {
    const csv = file("c.csv", "id,raw\n1,07\n");
    const { status, stdout, stderr } = await runCli(["decode", "--format", "json", csv, SAMPLE]);
    expect(stderr).toContain(`${csv}: The CSV header has no column`);
    expect(JSON.parse(stdout)).toEqual([decodeDeliver(SAMPLE)]);
    expect(status).toBe(2);
  });

  it("says which file breaks off, keeps what came before, and reads the others", async () => {
    const packed = gzipSync(`${SAMPLE}\n`.repeat(20_000));
    const cut = file("cut.gz", packed.subarray(0, packed.length - 20));
    const { status, stdout, stderr } = await runCli(["decode", cut, file("b.txt", SAMPLE_ODD)]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${cut} could not be unpacked to its end: the gzip data is cut off.`);
    expect(lines(stdout).length).toBeGreaterThan(1);
    expect(JSON.parse(lines(stdout).at(-1) ?? "")).toEqual(decodeDeliver(SAMPLE_ODD));
  });
});
