import { describe, expect, it } from "vitest";
import { elementName } from "../header-elements.ts";
import { carriedDataLayout } from "./carried-data.ts";
import { readElement, writeElement } from "./element.ts";
import type { ElementValue } from "./element-value.ts";

describe("elements that carry data of others", () => {
  it.each<readonly [string, number, string, ElementValue]>([
    ["onomondo-uicc sms_test.c", 0x70, "", { kind: "sim-toolkit-security", packet: "command", data: "" }],
    ["pysim test_sms.py", 0x71, "10", { kind: "sim-toolkit-security", packet: "response", data: "10" }],
    ["pysim test_sms.py", 0x70, "FF", { kind: "sim-toolkit-security", packet: "command", data: "FF" }],
    ["31.115", 0x72, "", { kind: "sim-toolkit-security", packet: "identifier-114", data: "" }],
    ["31.115", 0x7f, "", { kind: "sim-toolkit-security", packet: "identifier-127", data: "" }],
    ["23.040", 0x80, "AB", { kind: "originator-to-originator", id: 128, data: "AB" }],
    ["23.040", 0x9f, "", { kind: "originator-to-originator", id: 159, data: "" }],
    ["23.040", 0xc0, "01", { kind: "sc-specific", id: 192, data: "01" }],
    ["23.040", 0xdf, "01", { kind: "sc-specific", id: 223, data: "01" }],
    ["23.040", 0x09, "0102", { kind: "wireless-control-message-protocol", data: "0102" }],
  ])("%s: %i %s", (_, id, hex, value) => {
    expect(readElement({ id, hex })).toEqual(value);
    expect(writeElement(value)).toMatchObject({ id, hex });
  });

  it("have the kinds that the identifiers' names say", () => {
    for (let id = 0; id <= 0xff; id++) {
      const layout = carriedDataLayout(id);
      if (layout !== null) expect(layout.kind).toBe(elementName(id));
    }
  });

  it("are refused with an identifier of another range", () => {
    expect(() => writeElement({ kind: "sc-specific", id: 0x80, data: "" })).toThrow(
      "TP-UDH element sc-specific has 128 as id: there is no such element.",
    );
    expect(() => writeElement({ kind: "sim-toolkit-security", packet: "identifier-112", data: "" })).toThrow(
      'element sim-toolkit-security has "identifier-112" as packet',
    );
  });
});
