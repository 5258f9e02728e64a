import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runProgram } from "../program.ts";
import { type FakeHostOptions, fakeHost } from "../testing/fake-host.ts";
import { CUT_OFF, SAMPLE } from "../testing/pdus.ts";

async function run(args: readonly string[], options: FakeHostOptions = {}) {
  const fake = fakeHost(options);
  const status = await runProgram(args, fake.host);
  return { status, stdout: fake.stdout(), stderr: fake.stderr() };
}

const input = `${SAMPLE}\n${CUT_OFF}\n`;

describe("decode on a terminal", () => {
  it("is pretty and coloured", async () => {
    const { stdout } = await run(["decode", SAMPLE], { terminals: { stdout: true }, columns: 80 });
    expect(stdout).toBe(
      "\u001b[1m27838890001\u001b[22m  1999-03-29 15:16:59 +02:00  SMSC +27381000015\n" +
        "  \u001b[2mGSM 7-bit\u001b[22m\n  \u001b[36m│\u001b[39m AAA\n",
    );
  });

  it("is NDJSON in a pipe", async () => {
    const { stdout } = await run(["decode"], { input });
    expect(stdout.split("\n").map((line) => line.slice(0, 8))).toEqual(['{"type":', '{"error"', ""]);
  });

  it("does not wait for what nobody types", async () => {
    for (const command of ["decode", "explain"]) {
      const { status, stderr } = await run([command], { terminals: { stdin: true } });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringContaining(`Nothing to ${command}`),
      });
    }
  });

  it("shows progress and takes it away before it says what failed", async () => {
    const pieces = [`${SAMPLE}\n`, `${CUT_OFF}\n`, `${SAMPLE}\n`];
    const { stderr, status } = await run(["decode"], {
      input: pieces,
      terminals: { stderr: true },
      tickMs: 400,
    });
    const written = stderr.split("\r");
    expect(written[1]).toMatch(/^\d+ bytes · 2 records · \d+\/s · 1 failed\u001b\[K$/);
    expect(written.at(-2)).toMatch(/^\d+ bytes · 3 records · \d+\/s · 1 failed\u001b\[K$/);
    expect(written.at(-1)).toMatch(/^\u001b\[Kstdin:2: .*\n1 of 3 records failed\.\n$/);
    expect(status).toBe(1);
  });
});

describe("explain on a terminal", () => {
  it("is coloured, unless that is not wanted", async () => {
    const terminals = { stdout: true };
    const coloured = (await run(["explain", SAMPLE], { terminals })).stdout;
    expect(coloured).toContain("\u001b[36m7238880900F1");
    const plain = (await run(["explain", SAMPLE], { terminals, env: { NO_COLOR: "1" } })).stdout;
    expect(plain).not.toContain("\u001b");
    expect(plain).toBe((await run(["explain", SAMPLE])).stdout);
  });
});

describe("decode of anything", () => {
  it("ends with a status and whole lines of JSON, whatever comes in and however it is cut", async () => {
    const scrap = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      "\n",
      "pdu",
      '"pdu"',
      "07",
      SAMPLE,
      "null",
      "\ufeff",
    );
    const pieces = fc.array(fc.oneof(scrap, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 });
    const options = fc.subarray(["--messages", "--source", "--strict"]);
    await fc.assert(
      fc.asyncProperty(pieces, options, async (input, args) => {
        const { status, stdout } = await run(["decode", ...args], { input });
        expect([0, 1, 2]).toContain(status);
        for (const line of stdout.split("\n").slice(0, -1)) JSON.parse(line);
        expect((await run(["decode", ...args], { input: input.join("") })).stdout).toBe(stdout);
      }),
      { numRuns: 500 },
    );
  });
});
