import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeDeliver } from "@smsproof/pdu";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE } from "../testing/pdus.ts";
import { mainPath, runCli } from "../testing/run-cli.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smsproof-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: string, line: string, size: number): Promise<{ path: string; lines: number }> {
  const path = join(folder, name);
  const out = createWriteStream(path);
  const block = line.repeat(Math.ceil(65_536 / line.length));
  let blocks = 0;
  for (; blocks * block.length < size; blocks++) if (!out.write(block)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  return { path, lines: blocks * (block.length / line.length) };
}

describe("decode as a filter", () => {
  it("gives one line for each line of hex, in order, whatever stands there", async () => {
    const line = fc.oneof(
      fc.string({ unit: "binary" }).map((text) => text.replace(/[\n\r]/g, " ")),
      fc.constantFrom("", " ", SAMPLE, SAMPLE.toLowerCase(), "{}", '{"pdu":"07"}', "a,b", "[", '"'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom("\n", "\r\n"),
        async (lines, end) => {
          // The first line says that it is hex.
          const all = [SAMPLE, ...lines];
          const { stdout } = await runCli(["decode"], { input: all.map((text) => text + end).join("") });
          const out = stdout.split("\n").slice(0, -1);
          expect(out).toHaveLength(all.length);
          for (const [i, text] of out.entries()) {
            const value = JSON.parse(text);
            if (value.error) expect(value.input).toBe(Buffer.from(all[i] ?? "").toString());
            else expect(value).toEqual(JSON.parse(JSON.stringify(decodeDeliver(all[i] ?? ""))));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it.each([
    ["hex", `${SAMPLE}\n`],
    ["ndjson", `${JSON.stringify({ id: 1, text: "x".repeat(300), pdusDelivered: [SAMPLE] })}\n`],
    ["json", `  ${JSON.stringify({ id: 1, text: "x".repeat(300), pdusDelivered: [SAMPLE] })},\n`],
    ["csv", `1,"${"x".repeat(300)}",${SAMPLE}\n`],
  ])(
    "keeps within 24 MB of heap on 20 MB of %s",
    async (kind, line) => {
      const { path, lines } = await write(`big.${kind}`, line, 20_000_000);
      const head = kind === "json" ? "[\n" : kind === "csv" ? "id,text,pdu\n" : "";
      const tail = kind === "json" ? `${line.replace(/,\n$/, "")}]` : "";
      const child = spawn(process.execPath, ["--max-old-space-size=24", mainPath, "decode"], {
        stdio: ["pipe", "pipe", "pipe"],
      });
      let found = 0;
      let stderr = "";
      child.stdout.on("data", (chunk: Buffer) => {
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) found += 1;
      });
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk;
      });
      child.stdin.write(head);
      const file = createReadStream(path);
      file.pipe(child.stdin, { end: false });
      file.on("end", () => child.stdin.end(tail));
      const [status] = (await once(child, "close")) as [number];
      expect({ status, stderr, found }).toEqual({
        status: 0,
        stderr: "",
        found: lines + (tail === "" ? 0 : 1),
      });
      expect(statSync(path).size).toBeGreaterThanOrEqual(20_000_000);
    },
    60_000,
  );

  it("ends quietly when nobody reads on", async () => {
    const { path } = await write("pipe.hex", `${SAMPLE}\n`, 3_000_000);
    const child = spawn(process.execPath, [mainPath, "decode", path], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [status, signal] = (await once(child, "close")) as [number | null, string | null];
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: "" });
  });

  it("answers line by line while its input goes on", async () => {
    const child = spawn(process.execPath, [mainPath, "decode"], { stdio: ["pipe", "pipe", "ignore"] });
    child.stdin.write(`${SAMPLE}\n`);
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(String(first)).toBe(`${JSON.stringify(decodeDeliver(SAMPLE))}\n`);
    child.stdin.write("zz\n");
    const [second] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(second))).toHaveProperty("error.code", "NOT_HEX");
    child.stdin.end();
    const [status] = (await once(child, "close")) as [number];
    expect(status).toBe(1);
  });

  it("ends with 130 on Ctrl-C", async () => {
    const child = spawn(process.execPath, [mainPath, "decode"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.write(`${SAMPLE}\n`);
    await once(child.stdout, "data");
    child.kill("SIGINT");
    const [status, signal] = (await once(child, "close")) as [number | null, string | null];
    expect({ status, signal }).toEqual({ status: 130, signal: null });
  });
});
