import { describe, expect, it } from "vitest";
import { FIRST_PART, SAMPLE, SECOND_PART } from "../testing/pdus.ts";
import { runCli } from "../testing/run-cli.ts";

async function messages(input: string, ...args: string[]): Promise<unknown[]> {
  const { stdout } = await runCli(["decode", "--messages", ...args], { input });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const value = JSON.parse(line);
      return value.error ? value.error.code : [value.type, value.text];
    });
}

describe.concurrent("decode --messages", () => {
  it("joins hex lines across the whole input", async () => {
    expect(await messages([SECOND_PART, SAMPLE, "zz", FIRST_PART].join("\n"))).toEqual([
      ["message", "AAA"],
      "NOT_HEX",
      ["message", "Hello world"],
    ]);
  });

  it("prints what stays incomplete at the end", async () => {
    expect(await messages(`${SECOND_PART}\n${SAMPLE}`)).toEqual([
      ["message", "AAA"],
      ["incomplete", "world"],
    ]);
  });

  it("joins the PDUs of a record, and of none but it", async () => {
    const results = [[SECOND_PART, FIRST_PART], [FIRST_PART], [SECOND_PART]].map((pdusDelivered) =>
      JSON.stringify({ pdusDelivered }),
    );
    expect(await messages(results.join("\n"))).toEqual([
      ["message", "Hello world"],
      ["incomplete", "Hello "],
      ["incomplete", "world"],
    ]);
    expect(await messages(`pdus\n${FIRST_PART} ${SECOND_PART}\n${FIRST_PART}\n`)).toEqual([
      ["message", "Hello world"],
      ["incomplete", "Hello "],
    ]);
  });

  it("joins an array of strings and arguments", async () => {
    expect(await messages(JSON.stringify([FIRST_PART, SECOND_PART]))).toEqual([["message", "Hello world"]]);
    expect(await messages("", FIRST_PART, SECOND_PART)).toEqual([["message", "Hello world"]]);
  });

  it("tells where each part came from", async () => {
    const { stdout } = await runCli(["decode", "--messages", "--source"], {
      input: `${SECOND_PART}\n${FIRST_PART}\n`,
    });
    expect(JSON.parse(stdout).sources).toEqual([
      { file: "stdin", line: 2, record: 2, index: 0 },
      { file: "stdin", line: 1, record: 1, index: 0 },
    ]);
  });
});
