import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "./conformance/rows.ts";
import { decodeDeliver, decodeDeliverPlainly } from "./decode-deliver.ts";
import { MAX_PDU_OCTETS } from "./octets.ts";
import { isPduError } from "./pdu-error.ts";
import type { SmsDeliver } from "./sms-deliver.ts";
import type { SmscPresence } from "./smsc-presence.ts";
import { cleanPdu, damagedPdu } from "./testing/deliver-arbitrary.ts";

/** The value, or the `PduError` that there is instead. Any other exception fails the test. */
function outcomeOf(
  decode: () => SmsDeliver,
): SmsDeliver | { readonly code: string; readonly offset: number } {
  try {
    return decode();
  } catch (error) {
    if (!isPduError(error)) throw error;
    return { code: error.code, offset: error.offset };
  }
}

function isSilent(pdu: string, smsc: SmscPresence): boolean {
  const outcome = outcomeOf(() => decodeDeliver(pdu, { smsc }));
  return "diagnostics" in outcome && !outcome.diagnostics.some(({ severity }) => severity === "error");
}

describe("a clean PDU", () => {
  it("gives what it was made of, and no diagnostics", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex, smsc, originator, iso, ...rest }) => {
        const value = decodeDeliver(hex, { smsc: "present" });
        expect(value).toMatchObject({ smsc: smsc === null ? null : { address: smsc }, ...rest });
        expect(value.originator.address).toBe(originator);
        expect(value.timestamp.iso).toBe(iso);
        expect(value.timestamp.epochMs).toBe(Date.parse(iso));
        expect(value.diagnostics).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is read the same from octets, in lower case and with blanks", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex }) => {
        const value = decodeDeliver(hex);
        const octets = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
        expect(decodeDeliver(octets)).toEqual(value);
        expect(decodeDeliver(hex.toLowerCase())).toEqual(value);
        expect(decodeDeliver(` ${hex.replace(/(..)/g, "$1 ")}\r\n`)).toEqual(value);
      }),
    );
  });

  it("is found with and without its service centre announced", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex }) => {
        expect(decodeDeliver(hex)).toEqual(decodeDeliver(hex, { smsc: "present" }));
      }),
    );
  });
});

describe("any input", () => {
  const check = (pdu: string | Uint8Array): void => {
    for (const smsc of ["auto", "present", "absent"] as const) {
      const outcome = outcomeOf(() => decodeDeliver(pdu, { smsc }));
      if ("code" in outcome) expect(outcome.offset).toBeGreaterThanOrEqual(0);
      else
        for (const { offset, length } of outcome.diagnostics)
          expect(offset + length).toBeLessThanOrEqual(512);
      outcomeOf(() => decodeDeliver(pdu, { smsc, strict: true }));
    }
  };

  it("of octets gives a value or a PduError", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), check), { numRuns: 400 });
  });

  it("of characters gives a value or a PduError", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 1000 }), check), { numRuns: 200 });
    fc.assert(fc.property(fc.string({ unit: "binary-ascii", maxLength: 1000 }), check), { numRuns: 200 });
  });

  it("of hexadecimal digits gives a value or a PduError", () => {
    const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdefABCDEF"), maxLength: 1000 });
    fc.assert(fc.property(hex, check), { numRuns: 400 });
    fc.assert(fc.property(damagedPdu, check), { numRuns: 400 });
  });

  it("beyond the bound is refused before any work is done", () => {
    const most = "00".repeat(MAX_PDU_OCTETS);
    expect(outcomeOf(() => decodeDeliver(`${most}00`))).toMatchObject({ code: "TOO_LONG" });
    expect(outcomeOf(() => decodeDeliver(new Uint8Array(MAX_PDU_OCTETS + 1)))).toMatchObject({
      code: "TOO_LONG",
    });
    expect(outcomeOf(() => decodeDeliver("0".repeat(5_000_000)))).toMatchObject({ code: "TOO_LONG" });
    expect(outcomeOf(() => decodeDeliver(most))).not.toMatchObject({ code: "TOO_LONG" });
  });

  it("with a character that only resembles a hexadecimal digit is refused", () => {
    fc.assert(
      fc.property(cleanPdu, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ hex }, where, high) => {
        const at = where % hex.length;
        const odd = String.fromCharCode(hex.charCodeAt(at) + 256 * high);
        const pdu = hex.slice(0, at) + odd + hex.slice(at + 1);
        expect(outcomeOf(() => decodeDeliver(pdu))).toMatchObject({ code: "NOT_HEX" });
      }),
    );
  });
});

describe("a cut PDU", () => {
  const clean = rowsOf("vectors").filter(({ type, hex, hasSmsc }) => {
    if (type !== "DELIVER" || !/^(..)+$/.test(hex)) return false;
    const outcome = outcomeOf(() => decodeDeliverPlainly(hex, { smsc: hasSmsc ? "present" : "absent" }));
    return "diagnostics" in outcome && outcome.diagnostics.every(({ severity }) => severity === "info");
  });

  it("of another decoder's suite is never silent", () => {
    expect(clean.length).toBeGreaterThan(150);
    const silent: string[] = [];
    for (const { id, hex, hasSmsc } of clean)
      for (let end = 0; end < hex.length; end += 2)
        for (const smsc of ["auto", hasSmsc ? "present" : "absent"] as const)
          if (isSilent(hex.slice(0, end), smsc)) silent.push(`${id} ${end / 2} ${smsc}`);
    expect(silent).toEqual([]);
  });

  it("of any kind is never silent", () => {
    fc.assert(
      fc.property(cleanPdu, fc.nat(), ({ hex }, where) => {
        const cut = hex.slice(0, 2 * (where % (hex.length / 2)));
        expect(isSilent(cut, "present")).toBe(false);
        expect(isSilent(cut, "auto")).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("without a service centre is never silent either", () => {
    fc.assert(
      fc.property(cleanPdu, fc.nat(), ({ hex }, where) => {
        const tpdu = hex.slice(2 + 2 * Number.parseInt(hex.slice(0, 2), 16));
        const cut = tpdu.slice(0, 2 * (where % (tpdu.length / 2)));
        expect(isSilent(cut, "absent")).toBe(false);
        expect(isSilent(cut, "auto")).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the value", () => {
  it("is plain data: it survives structured clone, JSON and spread", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          cleanPdu.map(({ hex }) => hex),
          damagedPdu,
        ),
        (hex) => {
          const value = outcomeOf(() => decodeDeliver(hex));
          expect(structuredClone(value)).toEqual(value);
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
          expect({ ...value }).toEqual(value);
        },
      ),
    );
  });
});
