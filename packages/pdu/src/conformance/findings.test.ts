import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkInput, type FuzzInput } from "../../scripts/fuzz/checks.mjs";
import { dissect } from "../dissect/dissect.ts";
import * as core from "../index.ts";

/** One line of `vectors/findings.jsonl`: what the fuzzer found broken, made small. */
interface Finding {
  readonly id: string;
  readonly check: string;
  readonly input: FuzzInput;
}

const API = { ...core, dissect };
const FILE = new URL("../../vectors/findings.jsonl", import.meta.url);
const FINDINGS = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Finding)
  : [];

const HEX = "07917283010010F5040BC87238880900F100009930925161958003C16010";
const PDU: FuzzInput = { kind: "pdu", hex: HEX, options: { direction: "to-mobile" } };
const PARTS: FuzzInput = {
  kind: "parts",
  maxPending: 4,
  timeout: 60,
  steps: [1, 2].map((sequence) => ({
    letters: "a",
    reference: 1,
    total: 2,
    sequence,
    bits: 8,
    alphabet: "gsm7",
    content: "4142",
    wait: 0,
  })),
};
const TEXT: FuzzInput = { kind: "text", text: "x".repeat(161), options: {} };

describe("what the fuzzer found", () => {
  it.each(FINDINGS.map((finding) => [finding.id, finding.check, finding] as const))(
    "%s stays mended: %s",
    (_, __, { input }) => {
      expect(checkInput(API, input)).toBeNull();
    },
  );

  it.each([PDU, PARTS, TEXT])("its checks pass what is whole: $kind", (input) => {
    expect(checkInput(API, input)).toBeNull();
  });
});

/** A package with one thing broken: the fuzzer is only worth its time if it sees that. */
describe("the fuzzer's checks see", () => {
  const decodeBy =
    (change: (tpdu: core.Tpdu) => unknown): typeof core.decode =>
    (pdu, options) =>
      change(core.decode(pdu, options)) as core.Tpdu;

  it.each<[string, FuzzInput, object, string]>([
    [
      "a TypeError",
      PDU,
      { decode: () => Reflect.get(JSON.parse("null") as object, "x") },
      "only a PduError may be thrown",
    ],
    [
      "a path that differs",
      PDU,
      { decode: decodeBy((tpdu) => ({ ...tpdu, at: Math.random() })) },
      "every path gives the same",
    ],
    [
      "a value that JSON loses",
      PDU,
      { decode: decodeBy((tpdu) => ({ ...tpdu, lost: undefined })) },
      "the value is plain data",
    ],
    [
      "a wrong octet out of encode",
      PDU,
      { encode: () => Uint8Array.of(0, 4) },
      "encode gives the octets back",
    ],
    [
      "an octet that no leaf covers",
      PDU,
      { dissect: (pdu: string) => ({ ...dissect(pdu), children: dissect(pdu).children.slice(1) }) },
      "leaves cover every octet once",
    ],
    [
      "a wrong severity",
      { ...PDU, hex: `${HEX}00` },
      { DIAGNOSTICS: { ...core.DIAGNOSTICS, OCTETS_AFTER_END: "error" } },
      "diagnostics have their severity",
    ],
    [
      "a lost part",
      PARTS,
      {
        Reassembler: class extends core.Reassembler {
          override add(): null {
            return null;
          }
        },
      },
      "no part is lost",
    ],
    [
      "a count that is wrong",
      TEXT,
      { countSegments: (text: string) => ({ ...core.countSegments(text), parts: 1 }) },
      "counting agrees with cutting",
    ],
    [
      "a part too long",
      TEXT,
      {
        segment: (text: string) => {
          const cut = core.segment(text);
          const parts = cut.parts.map((part) => ({ ...part, userData: { ...part.userData, text } }));
          return { ...cut, parts };
        },
      },
      "every part fits into a message",
    ],
    [
      "septets that are packed wrongly",
      { kind: "septets", septets: [65, 66], fill: 1, locking: 0, single: 0 },
      { gsm7: { ...core.gsm7, pack: (septets: Uint8Array) => core.gsm7.pack(septets) } },
      "unpacking undoes packing",
    ],
    [
      "a frame that is dropped",
      { kind: "at", text: "+CMT: ,24\r\n00" },
      { parseAtResponse: () => [] },
      "every header line is a frame",
    ],
    [
      "a TPDU that is not in its RPDU",
      { kind: "rpdu", hex: "0101000001AA" },
      { unwrapRpData: () => ({ tpdu: Uint8Array.of(0xbb) }) },
      "the TPDU is a stretch of the RPDU",
    ],
  ])("%s", (_, input, broken, check) => {
    expect(checkInput({ ...API, ...broken }, input)?.check).toBe(check);
  });
});
