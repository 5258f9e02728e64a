import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodeTpduOptions, decode } from "./decode.ts";
import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from "./diagnostic.ts";
import { dissect } from "./dissect/dissect.ts";
import type { DissectionNode } from "./dissect/dissection-node.ts";
import { isPduError } from "./pdu-error.ts";
import { damagedPdu } from "./testing/deliver-arbitrary.ts";
import {
  concatenationElement,
  deliverPdu,
  headerPdu,
  octetsPdu,
  septetsPdu,
  unitsHex,
} from "./testing/deliver-pdu.ts";

type Example = readonly [pdu: string, options?: Partial<DecodeTpduOptions>];

const WITHOUT: Partial<DecodeTpduOptions> = { smsc: "absent" };
const REPORT: Partial<DecodeTpduOptions> = { smsc: "absent", outcome: "error" };
const TO_NETWORK: Partial<DecodeTpduOptions> = { smsc: "absent", direction: "to-network" };

/** One PDU for every diagnostic that decoding gives. */
const EXAMPLES: Readonly<Record<Exclude<DiagnosticCode, "CUT" | "WRONG_MESSAGE_TYPE">, Example>> = {
  ADDRESS_TOO_LONG: [deliverPdu({ originator: "1691214365870921436587092143" })],
  ADDRESS_DIGIT_MISSING: [deliverPdu({ originator: "0491F143" })],
  FILLER_NOT_SET: [deliverPdu({ originator: "03912143" })],
  RESERVED_ADDRESS_TYPE: [deliverPdu({ originator: "04F12143" })],
  ADDRESS_EXTENSION_MISSING: [deliverPdu({ originator: "04112143" })],
  RESERVED_PROTOCOL_IDENTIFIER: [deliverPdu({ pid: 0x80 })],
  RESERVED_DATA_CODING: [deliverPdu({ dcs: 0x80 })],
  COMPRESSED_DATA: [octetsPdu("CAFE", { dcs: 0x20 })],
  CHARSET_NEEDED: [octetsPdu("B0A1", { dcs: 0x84 })],
  TIMESTAMP_IMPOSSIBLE: [deliverPdu({ timestamp: "02203222577161" })],
  USER_DATA_CUT: [deliverPdu({ length: 4 })],
  USER_DATA_TOO_LONG: [octetsPdu("00".repeat(141))],
  OCTETS_AFTER_END: [`${deliverPdu()}00`],
  HEADER_TOO_LONG: [octetsPdu("060003070201", { firstOctet: 0x44 })],
  HEADER_ELEMENT_CUT: [headerPdu("0004070201", "")],
  ELEMENT_LENGTH_WRONG: [headerPdu("00020702", "")],
  ELEMENT_REPEATED: [headerPdu(concatenationElement(7, 2, 1) + concatenationElement(8, 2, 1), "")],
  CONCATENATION_IMPOSSIBLE: [headerPdu(concatenationElement(7, 2, 3), "")],
  UNKNOWN_NATIONAL_LANGUAGE: [headerPdu("24010E", "")],
  UNDEFINED_CHARACTER: [septetsPdu([0x41, 0x0c], {}, "250104")],
  LONE_ESCAPE: [septetsPdu([0x41, 0x1b])],
  PADDING_NOT_ZERO: [deliverPdu({ data: "C16090" })],
  UCS2_ODD_LENGTH: [octetsPdu("004100", { dcs: 8 })],
  UCS2_LITTLE_ENDIAN: [octetsPdu("FFFE4100", { dcs: 8 })],
  LONE_SURROGATE: [octetsPdu(unitsHex("a\ud83d"), { dcs: 8 })],
  UNUSUAL_CODING: [septetsPdu([0x1b, 0x41])],
  SMSC_AMBIGUOUS: ["040C9121430400810000001014203040500403C1600C"],
  RESERVED_MESSAGE_TYPE: [deliverPdu({ firstOctet: 7 })],
  TPDU_LENGTH_WRONG: [deliverPdu(), { tpduLength: 5 }],
  USER_DATA_LENGTH_SHORT: [
    deliverPdu({ firstOctet: 0x44, length: 7, data: `06${concatenationElement(7, 2, 1, 16)}` }),
  ],
  RESERVED_FAILURE_CAUSE: ["01010099309251619580", REPORT],
  PARAMETER_INDICATOR_RESERVED: ["01800899309251619580", REPORT],
  PARAMETER_MISSING: ["01800199309251619580", REPORT],
  RESERVED_COMMAND_TYPE: ["020000050004912143" + "00", TO_NETWORK],
  VALIDITY_PERIOD_RESERVED: ["0900049121430000" + "07000000000000" + "03C16010", TO_NETWORK],
};

function everyDiagnosticOf(node: DissectionNode): Diagnostic[] {
  return [...node.diagnostics, ...node.children.flatMap(everyDiagnosticOf)];
}

describe("every diagnostic", () => {
  it.each(Object.entries<Example>(EXAMPLES))("%s is given by decoding", (code, [pdu, options]) => {
    const { diagnostics } = decode(pdu, { direction: "to-mobile", ...options });
    const diagnostic = diagnostics.find((each) => each.code === code);
    expect(diagnostic).toMatchObject({ code, severity: DIAGNOSTICS[code as DiagnosticCode] });
    expect(diagnostic?.message).toMatch(/^\S.*\.$/);
  });

  it.each<readonly [DiagnosticCode, Example]>([
    ["CUT", [deliverPdu().slice(0, 20)]],
    ["WRONG_MESSAGE_TYPE", ["03", TO_NETWORK]],
    ["CUT", ["00", WITHOUT]],
  ])("%s is given by dissecting, thrown by decoding", (code, [pdu, options]) => {
    expect(() => decode(pdu, { direction: "to-mobile", ...options })).toThrowError(
      expect.objectContaining({ name: "PduError", code }),
    );
    expect(everyDiagnosticOf(dissect(pdu, options))).toContainEqual(
      expect.objectContaining({ code, severity: "error" }),
    );
  });

  it("of severity error is thrown by strict, no other one is", () => {
    for (const [code, [pdu, options]] of Object.entries<Example>(EXAMPLES)) {
      const run = (): unknown => decode(pdu, { direction: "to-mobile", ...options, strict: true });
      const { diagnostics } = decode(pdu, { direction: "to-mobile", ...options });
      const worst = diagnostics.find(({ severity }) => severity === "error");
      if (worst === undefined) expect(run, code).not.toThrow();
      else
        expect(run, code).toThrowError(expect.objectContaining({ code: worst.code, offset: worst.offset }));
    }
  });

  it("lies within the PDU, has its fixed severity and a sentence, and keeps what would be lost", () => {
    fc.assert(
      fc.property(damagedPdu, (pdu) => {
        let diagnostics: readonly Diagnostic[];
        try {
          ({ diagnostics } = decode(pdu, { direction: "to-mobile" }));
        } catch (error) {
          if (!isPduError(error)) throw error;
          return;
        }
        for (const { code, severity, offset, length, message, hex } of diagnostics) {
          expect(severity).toBe(DIAGNOSTICS[code]);
          expect(offset + length).toBeLessThanOrEqual(pdu.length / 2);
          expect(message).toMatch(/^\S.*\.$/s);
          if (hex !== undefined) expect(hex).toBe(pdu.slice(2 * offset, 2 * (offset + length)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
