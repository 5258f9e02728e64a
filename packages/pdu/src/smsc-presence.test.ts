import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodeOptions, decodeDeliver } from "./decode-deliver.ts";
import { PduError } from "./pdu-error.ts";
import { diagnose, type Reading } from "./reading.ts";
import { readEither } from "./smsc-presence.ts";
import { cleanPdu } from "./testing/deliver-arbitrary.ts";
import { deliverPdu } from "./testing/deliver-pdu.ts";

const TPDU = deliverPdu({ smsc: "" });

function codesOf(pdu: string, options?: DecodeOptions): string[] {
  return decodeDeliver(pdu, options).diagnostics.map(({ code }) => code);
}

describe("smsc: auto", () => {
  it("finds a service centre, an empty one, and none", () => {
    expect(decodeDeliver(deliverPdu())).toMatchObject({ smsc: { address: "+27381000015" }, text: "AAA" });
    expect(decodeDeliver(`00${TPDU}`)).toMatchObject({ smsc: null, text: "AAA", diagnostics: [] });
    expect(decodeDeliver(TPDU)).toMatchObject({ smsc: null, text: "AAA", diagnostics: [] });
  });

  it("finds none in front of a clean TPDU of any kind", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex }) => {
        const tpdu = hex.slice(2 + 2 * Number.parseInt(hex.slice(0, 2), 16));
        expect(decodeDeliver(tpdu)).toEqual(decodeDeliver(tpdu, { smsc: "absent" }));
      }),
    );
  });

  it("takes the clean reading", () => {
    expect(codesOf(TWO_FACED, { smsc: "present" })).toEqual([
      "ADDRESS_EXTENSION_MISSING",
      "RESERVED_ADDRESS_TYPE",
    ]);
    expect(codesOf(TWO_FACED, { smsc: "absent" })).toEqual([]);
    expect(decodeDeliver(TWO_FACED)).toEqual(decodeDeliver(TWO_FACED, { smsc: "absent" }));
  });

  it("takes the reading with a service centre when neither is clean, and says so", () => {
    expect(codesOf(NEITHER, { smsc: "present" })).toEqual([
      "ADDRESS_EXTENSION_MISSING",
      "RESERVED_ADDRESS_TYPE",
      "TIMESTAMP_IMPOSSIBLE",
    ]);
    expect(codesOf(NEITHER, { smsc: "absent" })).toEqual(["TIMESTAMP_IMPOSSIBLE"]);
    const { smsc, diagnostics } = decodeDeliver(NEITHER);
    expect(smsc?.address).toBe("191234");
    expect(diagnostics.at(-1)).toMatchObject({
      code: "SMSC_AMBIGUOUS",
      severity: "error",
      field: "SMSC",
      offset: 0,
      length: 1,
    });
  });

  it("does not take a cut PDU with an empty service centre for a whole one without", () => {
    const cut = deliverPdu({ smsc: "00", originator: "049121436587", length: 0, data: "" });
    for (let end = 2; end < cut.length; end += 2) {
      let severities: string[] = ["error"];
      try {
        severities = decodeDeliver(cut.slice(0, end)).diagnostics.map(({ severity }) => severity);
      } catch (error) {
        expect(error).toMatchObject({ name: "PduError" });
      }
      expect(severities).toContain("error");
    }
  });

  it("gives the error of the reading with a service centre when neither is a message", () => {
    expect(() => decodeDeliver("079172")).toThrowError(
      expect.objectContaining({ code: "CUT", field: "SMSC", offset: 1 }),
    );
  });
});

/**
 * A message from +123440001800 without a service centre; read with one, it is a message of four letters by way of
 * 191234, whose type lacks its first bit.
 */
const TWO_FACED = "040C9121430400810000001010203040500403C1600C";
/** The same with a field of the time that is impossible either way. */
const NEITHER = TWO_FACED.replace("0010102030", "0010142030");

describe("smsc: present and absent", () => {
  it("take the caller at his word", () => {
    expect(decodeDeliver(deliverPdu(), { smsc: "present" }).text).toBe("AAA");
    expect(decodeDeliver(TPDU, { smsc: "absent" }).text).toBe("AAA");
    expect(() => decodeDeliver(deliverPdu({ smsc: "0691728301F0" + "F0" }), { smsc: "absent" })).toThrowError(
      expect.objectContaining({ code: "WRONG_MESSAGE_TYPE", offset: 0 }),
    );
  });

  it("are never doubted", () => {
    expect(codesOf(NEITHER, { smsc: "present" })).not.toContain("SMSC_AMBIGUOUS");
    expect(codesOf(NEITHER, { smsc: "absent" })).not.toContain("SMSC_AMBIGUOUS");
  });
});

describe("tpduLength", () => {
  const length = TPDU.length / 2;

  it("settles what auto would have to guess", () => {
    expect(decodeDeliver(deliverPdu(), { tpduLength: length })).toEqual(decodeDeliver(deliverPdu()));
    expect(decodeDeliver(TPDU, { tpduLength: length })).toEqual(decodeDeliver(TPDU));
    for (const [smsc, octetsInFront] of [
      ["absent", 0],
      ["present", 5],
    ] as const)
      expect(decodeDeliver(TWO_FACED, { tpduLength: TWO_FACED.length / 2 - octetsInFront })).toEqual(
        decodeDeliver(TWO_FACED, { smsc }),
      );
  });

  it("that fits neither way is an error, and the message is read all the same", () => {
    for (const tpduLength of [0, length - 1, length + 1, 500]) {
      const { text, diagnostics } = decodeDeliver(deliverPdu(), { tpduLength });
      expect(text).toBe("AAA");
      expect(diagnostics).toEqual([
        expect.objectContaining({ code: "TPDU_LENGTH_WRONG", severity: "error", field: "PDU", offset: 0 }),
      ]);
    }
  });

  it("says nothing against what the caller announced", () => {
    expect(codesOf(deliverPdu(), { smsc: "present", tpduLength: 3 })).toEqual([]);
  });
});

describe("strict", () => {
  it("throws the first diagnostic of severity error, with its code and place", () => {
    const pdu = deliverPdu({ length: 9, data: "C160" });
    expect(() => decodeDeliver(pdu, { strict: true })).toThrowError(
      expect.objectContaining({ name: "PduError", code: "USER_DATA_CUT", field: "TP-UD", offset: 29 }),
    );
  });

  it("lets warnings pass", () => {
    const pdu = deliverPdu({ timestamp: "00000000000000", dcs: 0x80 });
    expect(decodeDeliver(pdu, { strict: true })).toEqual(decodeDeliver(pdu));
    expect(decodeDeliver(deliverPdu(), { strict: true })).toEqual(decodeDeliver(deliverPdu()));
  });
});

/** How one of the two readings goes: clean, with this diagnostic, or with this error in place of a value. */
type Going =
  | "clean"
  | "TIMESTAMP_IMPOSSIBLE"
  | "ADDRESS_EXTENSION_MISSING"
  | "USER_DATA_CUT"
  | "OCTETS_AFTER_END"
  | Thrown;
type Thrown = "CUT" | "WRONG_MESSAGE_TYPE";

function go(reading: Reading, going: Going): Going {
  if (going === "CUT" || going === "WRONG_MESSAGE_TYPE")
    throw new PduError(going, "TP-MTI", 0, "No message.");
  if (going !== "clean") diagnose(reading, going, "TP-SCTS", 0, 1, "Odd.");
  return going;
}

describe("of two readings", () => {
  const both = (present: Going, absent: Going, mayBegin = true) =>
    readEither(
      {
        octets: Uint8Array.of(0, 0),
        smsc: "auto",
        tpduLength: undefined,
        mayBegin: () => mayBegin,
        traced: false,
      },
      // An empty service centre is one octet: behind it the first reading begins.
      (reading) =>
        reading.position === 1 ? ["present", go(reading, present)] : ["absent", go(reading, absent)],
    );
  const isAmbiguous = ({ reading }: ReturnType<typeof both>): boolean =>
    reading.diagnostics.some(({ code }) => code === "SMSC_AMBIGUOUS");

  it.each<readonly [Going, Going, "present" | "absent", boolean]>([
    ["clean", "clean", "present", false],
    ["TIMESTAMP_IMPOSSIBLE", "clean", "absent", false],
    ["TIMESTAMP_IMPOSSIBLE", "TIMESTAMP_IMPOSSIBLE", "present", true],
    ["TIMESTAMP_IMPOSSIBLE", "CUT", "present", false],
    ["ADDRESS_EXTENSION_MISSING", "CUT", "present", true],
    ["ADDRESS_EXTENSION_MISSING", "WRONG_MESSAGE_TYPE", "present", false],
    ["ADDRESS_EXTENSION_MISSING", "TIMESTAMP_IMPOSSIBLE", "present", true],
    ["ADDRESS_EXTENSION_MISSING", "USER_DATA_CUT", "present", true],
    ["USER_DATA_CUT", "TIMESTAMP_IMPOSSIBLE", "absent", true],
    ["USER_DATA_CUT", "OCTETS_AFTER_END", "present", false],
    ["USER_DATA_CUT", "clean", "absent", false],
    ["OCTETS_AFTER_END", "CUT", "present", false],
    ["OCTETS_AFTER_END", "clean", "absent", false],
    ["CUT", "clean", "absent", false],
    ["CUT", "ADDRESS_EXTENSION_MISSING", "absent", true],
    ["CUT", "TIMESTAMP_IMPOSSIBLE", "absent", false],
    ["CUT", "USER_DATA_CUT", "absent", false],
    ["WRONG_MESSAGE_TYPE", "ADDRESS_EXTENSION_MISSING", "absent", false],
  ])("%s with and %s without a service centre: %s, doubtful: %s", (present, absent, chosen, doubtful) => {
    const outcome = both(present, absent);
    expect([outcome.value?.[0], isAmbiguous(outcome)]).toEqual([chosen, doubtful]);
  });

  it("the error of the first is told where there is no message either way", () => {
    expect(both("CUT", "WRONG_MESSAGE_TYPE").error?.code).toBe("CUT");
    expect(both("WRONG_MESSAGE_TYPE", "CUT").error?.code).toBe("WRONG_MESSAGE_TYPE");
  });

  it("the second is not looked at where no message begins like that", () => {
    expect(both("TIMESTAMP_IMPOSSIBLE", "clean", false).value?.[0]).toBe("present");
  });

  it("a fault of the reader itself is none of the PDU's", () => {
    const broken = (): never => {
      throw new TypeError("broken");
    };
    const octets = Uint8Array.of(0, 0);
    expect(() =>
      readEither(
        { octets, smsc: "auto", tpduLength: undefined, mayBegin: () => true, traced: false },
        broken,
      ),
    ).toThrow(TypeError);
  });
});

it("a wrong length is not said of what is no message", () => {
  expect(() => decodeDeliver("0001", { tpduLength: 5 })).toThrowError(
    expect.objectContaining({ name: "PduError", code: "WRONG_MESSAGE_TYPE" }),
  );
});
