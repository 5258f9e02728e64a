import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compare } from "@smsproof/compare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE } from "../testing/pdus.ts";
import { mainPath, runCli } from "../testing/run-cli.ts";

const SENT = { sender: "ACME", text: "Your code is 482913" };

const RECORDS = [
  { id: "same", sent: SENT, delivered: SENT, destination: { country: "FR" } },
  {
    id: "suffix",
    lang: "en",
    sent: SENT,
    delivered: { sender: "INFO", text: `${SENT.text}. Reply STOP` },
    context: { country: "FR" },
  },
  { id: "unknown", sent: SENT, delivered: { sender: null, text: null } },
] as const;
const INPUT = `${JSON.stringify(RECORDS[0])}\n${JSON.stringify(RECORDS[1])}\n{"id":"bad","sent":{}}\nnope\n${JSON.stringify(RECORDS[2])}\n`;
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const parsed = (stdout: string): readonly unknown[] =>
  stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const RESULTS = [
  { id: "same", ...compare({ sent: SENT, delivered: SENT, destination: { country: "FR" } }) },
  {
    id: "suffix",
    lang: "en",
    ...compare({ sent: SENT, delivered: RECORDS[1].delivered, destination: { country: "FR" } }),
  },
  {
    id: "bad",
    error: { code: "MISSING_FIELD", message: "sent.sender is missing.", field: "sent.sender", offset: null },
    input: '{"id":"bad","sent":{}}',
  },
  { error: expect.objectContaining({ code: "NOT_JSON" }), input: "nope" },
  { id: "unknown", ...compare({ sent: SENT, delivered: { sender: null, text: null }, destination: {} }) },
].map((result) => ("error" in result ? result : asJson(result)));

describe.concurrent("compare of many", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "smsproof-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives one result a line, in order, with the extra keys, from a pipe, a file and a packed file", async () => {
    const file = join(folder, "in.ndjson");
    const packed = join(folder, "in.ndjson.gz");
    writeFileSync(file, INPUT);
    writeFileSync(packed, gzipSync(`\ufeff${INPUT.replaceAll("\n", "\r\n\r\n")}`));
    const runs = await Promise.all([
      runCli(["compare"], { input: INPUT }),
      runCli(["compare", "--format", "ndjson", "-"], { input: INPUT }),
      runCli(["compare", file]),
      runCli(["compare", packed]),
    ]);
    for (const { stdout, status } of runs) {
      expect(parsed(stdout)).toEqual(RESULTS);
      expect(status).toBe(1);
    }
    expect(runs[0]?.stderr).toBe(
      "stdin:3: sent.sender is missing.\n" +
        "stdin:4: Not JSON: Unexpected token 'o'.\n" +
        "2 of 5 records failed.\n",
    );
    expect(runs[2]?.stderr).toContain(`${file}:3: sent.sender is missing.`);
  });

  it("is an array as JSON, and blocks for people", async () => {
    const [json, pretty] = await Promise.all([
      runCli(["compare", "--format", "json"], { input: INPUT }),
      runCli(["compare", "--format", "pretty"], { input: INPUT }),
    ]);
    expect(JSON.parse(json?.stdout ?? "")).toEqual(RESULTS);
    expect(pretty?.stdout).toContain("stdin:2 · suffix\nsender    REPLACED");
    expect(pretty?.stdout).toMatch(/\n3 compared: 1 same, 1 replaced, 1 unknown\.\n$/);
    expect(pretty?.stderr).toBe("2 of 5 records failed.\n");
  });

  it("ends with 0 when all arrived as sent, with 2 when an input breaks off", async () => {
    const line = `${JSON.stringify(RECORDS[0])}\n`;
    expect(await runCli(["compare"], { input: line.repeat(2) })).toMatchObject({ status: 0, stderr: "" });
    expect(await runCli(["compare"], { input: "" })).toEqual({
      status: 0,
      signal: null,
      stdout: "",
      stderr: "",
    });
    const cut = gzipSync(line.repeat(2_000)).subarray(0, -20);
    const { status, stderr } = await runCli(["compare"], { input: cut });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "smsproof: stdin could not be unpacked to its end: the gzip data is cut off.\n",
    });
  });

  it("answers line by line while its input goes on", async () => {
    const child = spawn(process.execPath, [mainPath, "compare"], { stdio: ["pipe", "pipe", "ignore"] });
    child.stdin.write(`${JSON.stringify(RECORDS[0])}\n`);
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(first))).toHaveProperty("id", "same");
    child.stdin.write("[]\n");
    const [second] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(second))).toHaveProperty("error.code", "WRONG_TYPE");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([1, null]);
  });

  it("keeps within 64 MB of heap on 20 MB of records", async () => {
    // Most of a record is handed through, so that the time goes into reading and writing.
    const note = "x".repeat(20_000);
    const line = `${JSON.stringify({ note, ...RECORDS[0] })}\n`;
    const count = Math.ceil(20_000_000 / line.length);
    const child = spawn(process.execPath, ["--max-old-space-size=64", mainPath, "compare"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    let found = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) found += 1;
    });
    for (let i = 0; i < count; i++) if (!child.stdin.write(line)) await once(child.stdin, "drain");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(found).toBe(count);
  });
});

it("compare of one message prints two rows and tells the shell", async () => {
  const { status, stdout, stderr } = await runCli([
    ...["compare", "--sent-sender", "ACME", "--sent-text", SENT.text, "--country", "FR"],
    ...["--delivered-sender", "INFO", "--delivered-text", `${SENT.text}. Reply STOP`],
  ]);
  expect(stdout).toMatch(
    /^sender +REPLACED +ACME → INFO .+\ncontent +ALTERED +Your code is 482913\[\. Reply STOP\] .+\n$/,
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
});

it("modules that are loaded late are found also where the input is a pipe", async () => {
  const { status, stderr } = await runCli(["decode", "--charset", "windows-1252"], { input: SAMPLE });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
