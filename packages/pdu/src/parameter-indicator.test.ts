import { describe, expect, it } from "vitest";
import { octetsOf } from "./octets.ts";
import {
  type OptionalParameters,
  parameterIndicatorOf,
  readOptionalParameters,
  readParameterIndicator,
} from "./parameter-indicator.ts";
import { type Reading, startReading } from "./reading.ts";

const readingOf = (hex: string): Reading => startReading(hex === "" ? new Uint8Array() : octetsOf(hex), true);

function parametersOf(hex: string, headerIndicated = false): [OptionalParameters, Reading] {
  const reading = readingOf(hex);
  const indicator = readParameterIndicator(reading);
  return [readOptionalParameters(reading, indicator, headerIndicated, undefined), reading];
}

describe("TP-PI", () => {
  it("says by its three lowest bits what follows", () => {
    for (let value = 0; value < 256; value++)
      expect(parameterIndicatorOf(value)).toEqual({
        value,
        protocolIdentifier: value % 2 === 1,
        dataCoding: Math.floor(value / 2) % 2 === 1,
        userDataLength: Math.floor(value / 4) % 2 === 1,
      });
  });

  it.each([0x08, 0x10, 0x20, 0x40, 0x80, 0xf8])("has a warning for reserved bits: %i", (value) => {
    const [{ parameterIndicator }, { diagnostics }] = parametersOf(value.toString(16).padStart(2, "0"));
    expect(parameterIndicator?.value).toBe(value);
    expect(diagnostics).toEqual([
      {
        code: "PARAMETER_INDICATOR_RESERVED",
        severity: "warning",
        field: "TP-PI",
        offset: 0,
        length: 1,
        message: "TP-PI has reserved bits set.",
      },
    ]);
  });

  it("is missing without an octet", () => {
    expect(() => readParameterIndicator(readingOf(""))).toThrow(
      expect.objectContaining({ code: "CUT", field: "TP-PI", offset: 0 }),
    );
  });
});

describe("optional parameters", () => {
  it("are all null without TP-PI, whatever follows", () => {
    const reading = readingOf("7F0003C16010");
    const parameters = readOptionalParameters(reading, null, true, undefined);
    expect(Object.values(parameters).every((value) => value === null)).toBe(true);
    expect(Object.keys(parameters)).toHaveLength(10);
    expect(reading).toMatchObject({ position: 0, diagnostics: [], trace: [] });
  });

  it.each([
    ["00", [], {}],
    ["017F", ["TP-PID"], { protocolIdentifier: { value: 0x7f } }],
    ["0208", ["TP-DCS"], { dataCoding: { value: 8, alphabet: "ucs2" } }],
    ["0403C16010", ["TP-UDL", "TP-UD"], { userDataLength: 3, text: "AAA", dataCoding: null }],
    ["060404DEADBEEF", ["TP-DCS", "TP-UDL", "TP-UD"], { userDataLength: 4, text: null, data: "DEADBEEF" }],
    ["077F0804042F0021", ["TP-PID", "TP-DCS", "TP-UDL", "TP-UD"], { text: "Я!" }],
    ["0400", ["TP-UDL"], { userDataLength: 0, text: "" }],
  ])("%s: %j", (hex, parts, expected) => {
    const [parameters, reading] = parametersOf(hex);
    expect(parameters).toMatchObject(expected);
    expect(reading.trace?.map(({ part }) => part)).toEqual(["TP-PI", ...parts]);
    expect(reading.position).toBe(hex.length / 2);
    expect(reading.diagnostics).toEqual([]);
  });

  it("have a header where TP-UDHI says so", () => {
    const [parameters] = parametersOf("0604080500030702016869", true);
    expect(parameters).toMatchObject({
      userDataHeader: { length: 5, elements: [{ id: 0, hex: "070201" }] },
      concatenation: { reference: 7, bits: 8, total: 2, sequence: 1 },
      data: "6869",
    });
  });

  it.each([
    ["01", ["TP-PID"], 1],
    ["02", ["TP-DCS"], 1],
    ["04", ["TP-UDL"], 1],
    ["07", ["TP-PID", "TP-DCS", "TP-UDL"], 1],
    ["077F", ["TP-DCS", "TP-UDL"], 2],
    ["077F08", ["TP-UDL"], 3],
  ])("%s: announced and missing are %j", (hex, fields, offset) => {
    const [parameters, { diagnostics }] = parametersOf(hex);
    expect(diagnostics).toEqual(
      fields.map((field) => ({
        code: "PARAMETER_MISSING",
        severity: "error",
        field,
        offset,
        length: 0,
        message: `TP-PI announces ${field}, but no octets are left.`,
      })),
    );
    expect(parameters.userDataLength).toBeNull();
  });
});
