import { describe, expect, it } from "vitest";
import { SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { splitPduList } from "./pdu-list.ts";

const SPACED = SAMPLE.replace(/(..)/g, "$1 ").trim();

describe("splitPduList", () => {
  it.each([
    ["nothing", "", []],
    ["blanks", "  ", []],
    ["one PDU", ` ${SAMPLE} `, [SAMPLE]],
    ["octets with blanks", SPACED, [SPACED]],
    ["blanks", `${SAMPLE} ${SAMPLE_ODD}`, [SAMPLE, SAMPLE_ODD]],
    ["line breaks", `${SAMPLE}\n${SAMPLE_ODD}`, [SAMPLE, SAMPLE_ODD]],
    ["commas", `${SAMPLE},${SAMPLE_ODD}`, [SAMPLE, SAMPLE_ODD]],
    ["semicolons and blanks", `${SAMPLE}; ${SAMPLE_ODD};`, [SAMPLE, SAMPLE_ODD]],
    ["bars", `${SAMPLE}|${SAMPLE_ODD}`, [SAMPLE, SAMPLE_ODD]],
    ["bars between octets with blanks", `${SPACED}|${SPACED}`, [SPACED, SPACED]],
    ["a JSON array", JSON.stringify([SAMPLE, SAMPLE_ODD]), [SAMPLE, SAMPLE_ODD]],
    ["an empty JSON array", "[]", []],
    ["a cut PDU beside a whole one", `${SAMPLE} 0791`, [SAMPLE, "0791"]],
    ["a JSON array of other things", "[1]", ["[1]"]],
    ["separators alone", ";;", [";;"]],
    ["what is no hex", "hello", ["hello"]],
  ])("reads %s", (_name, cell, expected) => {
    expect(splitPduList(cell)).toEqual(expected);
  });
});
