import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { sourcesOf } from "./source.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smsproof-"));
  writeFileSync(join(folder, "pdus.txt"), SAMPLE);
});
afterAll(() => rmSync(folder, { recursive: true }));

const sources = (...args: string[]) => sourcesOf(args, { stdin: Readable.from([]) });

describe("sourcesOf", () => {
  it("tells PDUs, files and the standard input apart, in their order", () => {
    const file = join(folder, "pdus.txt");
    expect(sources(SAMPLE, SAMPLE_ODD, file, "-", "07 91")).toMatchObject([
      {
        kind: "arguments",
        pdus: [
          { pdu: SAMPLE, argument: 1 },
          { pdu: SAMPLE_ODD, argument: 2 },
        ],
      },
      { kind: "stream", name: file, size: SAMPLE.length },
      { kind: "stream", name: "stdin", size: undefined },
      { kind: "arguments", pdus: [{ pdu: "07 91", argument: 5 }] },
    ]);
  });

  it("says what is neither", () => {
    expect(() => sources("nothing.txt")).toThrow(
      '"nothing.txt" is neither a PDU in hex digits nor a file that exists',
    );
    expect(() => sources(SAMPLE.replace("C", "O"))).toThrow('character 21, "O", is not a hex digit');
    expect(() => sources("")).toThrow('"" is neither');
    expect(() => sources(folder)).toThrow("is a directory");
    expect(() => sources("-", "-")).toThrow("only once");
  });
});
