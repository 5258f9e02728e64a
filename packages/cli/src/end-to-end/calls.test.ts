import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dissect } from "@smsproof/pdu/dissect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { CUT_OFF, SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { runCli } from "../testing/run-cli.ts";

describe.concurrent("the program", () => {
  it("prints its version and its help", async () => {
    expect(await runCli(["--version"])).toMatchObject({
      status: 0,
      stdout: `${packageJson.version}\n`,
      stderr: "",
    });
    const help = await runCli(["--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toMatch(/^ {2}decode {3}decode PDUs/m);
  });

  it("ends with 2 when called wrongly", async () => {
    const { status, stdout, stderr } = await runCli(["decode", "--fromat", "json"]);
    expect(stderr).toBe(
      "smsproof: decode has no option --fromat; did you mean --format?\n" +
        "smsproof decode --help says how it is called.\n",
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("lists the columns of a CSV file in which none is known", async () => {
    const { status, stderr } = await runCli(["decode"], { input: "id,raw\n1,07\n2,08\n" });
    expect(stderr).toContain(
      "smsproof: stdin: The CSV header has no column named pdusDelivered, pdu, pdus or hex",
    );
    expect(stderr).toContain("Columns: id, raw.");
    expect(status).toBe(2);
  });
});

describe.concurrent("explain", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "smsproof-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("explains a PDU given in any way", async () => {
    const file = join(folder, "one.txt");
    writeFileSync(file, `\ufeff${SAMPLE.toLowerCase()}\r\n`);
    const all = await Promise.all([
      runCli(["explain", SAMPLE]),
      runCli(["explain", SAMPLE.replace(/(..)/g, "$1 ")]),
      runCli(["explain", ...(SAMPLE.match(/../g) ?? [])]),
      runCli(["explain"], { input: SAMPLE }),
      runCli(["explain", "-"], { input: JSON.stringify({ pdu: SAMPLE }) }),
      runCli(["explain", file]),
    ]);
    for (const { status, stdout, stderr } of all) {
      expect(stdout).toBe(all[0]?.stdout);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
    expect(all[0]?.stdout).toMatch(/^SMS-DELIVER · 30 octets · SMSC present\n\n {2}0 {2}07 {14}SMSC length/);
  });

  it("explains a broken PDU as far as it goes", async () => {
    const { status, stdout, stderr } = await runCli(["explain", CUT_OFF]);
    expect(stdout).toContain("TP-OA length");
    expect(stdout).toMatch(/✗ .*\n$/);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });

  it("says why there is nothing to explain", async () => {
    expect(await runCli(["explain", "-"], { input: "07zz" })).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^smsproof: .*hex.*\(octet 1\)\.\n$/),
    });
    expect(await runCli(["explain"], { input: "\n" })).toMatchObject({ status: 2 });
    expect(await runCli(["explain"], { input: `${SAMPLE}\n${SAMPLE}\n` })).toMatchObject({ status: 2 });
  });

  it("prints the tree as JSON, on one line or many, and a Markdown table", async () => {
    const expected: unknown = JSON.parse(JSON.stringify(dissect(SAMPLE_ODD)));
    const [json, ndjson, markdown] = await Promise.all(
      ["json", "ndjson", "markdown"].map((format) => runCli(["explain", "--format", format, SAMPLE_ODD])),
    );
    expect(JSON.parse(json?.stdout ?? "")).toEqual(expected);
    expect(ndjson?.stdout).toBe(`${JSON.stringify(expected)}\n`);
    expect(markdown?.stdout).toContain("| offset | octets | field | meaning | clause |");
  });
});
