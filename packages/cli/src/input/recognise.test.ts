import { describe, expect, it } from "vitest";
import { SAMPLE } from "../testing/pdus.ts";
import { HEAD_LIMIT, recogniseInput } from "./recognise.ts";

describe("recogniseInput", () => {
  it.each([
    ["hex", SAMPLE],
    ["hex", `${SAMPLE}\n${SAMPLE}\n`],
    ["hex", "07 91 72\r\n"],
    ["hex", `\n\n  ${SAMPLE}\n`],
    ["hex", ""],
    ["hex", "\n \n"],
    ["hex", "no hex at all\nnor here\n"],
    ["hex", `broken, line\n${SAMPLE}\n`],
    ["hex", "fade\n"],
    ["ndjson", '{"pdu":"07"}\n{"pdu":"08"}\n'],
    ["ndjson", '{"pdu":"07"}'],
    ["ndjson", '["07"]\n["08"]\n'],
    ["ndjson", '"07"\n"08"\n'],
    ["ndjson", '{"pdu":"0\n{"pdu":"08"}\n'],
    ["ndjson", '{"pdu" 07}\n{"pdu":"08"}\n'],
    ["json", '{\n  "pdu": "07"\n}\n'],
    ["json", "[\n"],
    ["json", '{"results": [\n{"pdu":"07"},\n'],
    ["json", '{"pdu":"07"} {"pdu":"08"}\n'],
    ["csv", "id,pdu\n1,07\n"],
    ["csv", "pdu\n07\n"],
    ["csv", "hex\n07\n"],
    ["csv", '"pdusDelivered";"id"\n'],
    ["csv", "id,raw\n1,07\n"],
  ])("takes for %s: %j", (kind, text) => {
    expect(recogniseInput(text, true, undefined)).toBe(kind);
  });

  it("takes the first line for a header when the field is named", () => {
    expect(recogniseInput("raw\n07\n", true, "raw")).toBe("csv");
    expect(recogniseInput("body\n07\n", true, "raw")).toBe("csv");
    expect(recogniseInput(`${SAMPLE}\n`, true, "raw")).toBe("hex");
  });

  it("decides on the first line where that is enough, and waits for it", () => {
    expect(recogniseInput(SAMPLE, false, undefined)).toBe("more");
    expect(recogniseInput(`${SAMPLE}\n`, false, undefined)).toBe("hex");
    expect(recogniseInput('{"pdu":"07"}\n', false, undefined)).toBe("ndjson");
    expect(recogniseInput("a,b\n", false, undefined)).toBe("more");
    expect(recogniseInput("\n", false, undefined)).toBe("more");
  });

  it("never waits for more than its limit", () => {
    for (const character of [" ", "\n", "a", "{", '"', ",", "x"]) {
      expect(recogniseInput(character.repeat(HEAD_LIMIT), false, undefined)).not.toBe("more");
    }
  });
});
