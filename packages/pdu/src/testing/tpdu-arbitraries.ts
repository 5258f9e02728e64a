import fc from "fast-check";
import type { NumberingPlan, TypeOfNumber } from "../address.ts";
import type { TpduDescription, UserDataDescription } from "../encode/descriptions.ts";
import { hasTable } from "../gsm7/alphabet.ts";
import { ALPHABETS } from "../gsm7/alphabets.generated.ts";
import { decode as textOfSeptets } from "../gsm7/text.ts";
import { NUMBERING_PLANS, TYPES_OF_NUMBER } from "../type-of-address.ts";

const octet = fc.integer({ min: 0, max: 255 });
const flag = fc.boolean();
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const numbering: fc.Arbitrary<NumberingPlan> = fc.constantFrom(...NUMBERING_PLANS);
const digits = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789*#abc"), maxLength: max });
const numberTypes: readonly TypeOfNumber[] = TYPES_OF_NUMBER.filter((ton) => ton !== "alphanumeric");
/** Characters of the default alphabet, escapes among them. */
const _defaultText = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."@£$¥èéàABCxyz 0189_Δ\n^{}[~]|€\\"), maxLength: max });

/** Addresses as a TPDU can hold them: digits of every type, and letters. */
const addresses = fc.oneof(
  fc.record({ address: digits(20), ton: fc.constantFrom(...numberTypes), npi: numbering }).map((address) => ({
    ...address,
    address:
      address.ton === "international" && address.address !== "" ? `+${address.address}` : address.address,
    length: address.address.length,
  })),
  fc.string({ unit: fc.constantFrom(..."@ABCabc Å1-"), maxLength: 11 }).map((address) => ({
    address,
    ton: "alphanumeric" as const,
    npi: "unknown" as const,
    length: Math.ceil((address.length * 7) / 4),
  })),
);

/** Service centres, and none. */
const smscs = fc.option(
  fc
    .record({
      address: fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 }),
      ton: fc.constantFrom("international" as const, "unknown" as const, "national" as const),
      npi: fc.constantFrom("isdn" as const, "unknown" as const),
    })
    .map((smsc) => ({ ...smsc, address: smsc.ton === "international" ? `+${smsc.address}` : smsc.address })),
);

const times = fc
  .date({ min: new Date("1990-01-02T00:00:00Z"), max: new Date("2089-12-30T00:00:00Z"), noInvalidDate: true })
  .chain((date) =>
    fc.integer({ min: -48, max: 56 }).map((quarters) => {
      const zone = `${quarters < 0 ? "-" : "+"}${String(Math.abs(quarters) >> 2).padStart(2, "0")}:${String((Math.abs(quarters) & 3) * 15).padStart(2, "0")}`;
      return `${date.toISOString().slice(0, 19)}${zone}`;
    }),
  );

const languages = (kind: "locking" | "single"): fc.Arbitrary<number | null> =>
  fc.option(fc.constantFrom(...ALPHABETS.map((_, id) => id).filter((id) => id > 0 && hasTable(kind, id))));

const concatenations = fc.option(
  fc
    .tuple(
      fc.constantFrom(8 as const, 16 as const),
      fc.nat(65_535),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(254),
    )
    .map(([bits, reference, total, sequence]) => ({
      bits,
      reference: reference % 2 ** bits,
      total,
      sequence: 1 + (sequence % total),
    })),
);

const ports = fc.option(
  fc
    .tuple(fc.constantFrom(8 as const, 16 as const), fc.nat(65_535), fc.nat(65_535))
    .map(([bits, destination, source]) => ({
      bits,
      destination: destination % 2 ** bits,
      source: source % 2 ** bits,
    })),
);

/** User data of every alphabet that fits into a message. */
const userData: fc.Arbitrary<UserDataDescription> = fc
  .record({
    concatenation: concatenations,
    ports,
    locking: languages("locking"),
    single: languages("single"),
    dataCoding: octet,
    content: fc.uint8Array({ maxLength: 110 }),
  })
  .map(({ concatenation, ports: between, locking, single, dataCoding, content }) => {
    const nationalLanguage = locking === null && single === null ? null : { locking, single };
    const header = { concatenation, ports: between, nationalLanguage };
    const septets = content.map((value) => value & 127).filter((value) => value !== 27);
    if (dataCoding % 4 === 0)
      return { ...header, text: textOfSeptets(septets, nationalLanguage), dataCoding: 0 };
    if (dataCoding % 4 === 1) return { ...header, data: content, dataCoding: 4 };
    if (dataCoding % 4 === 2)
      return {
        ...header,
        text: String.fromCharCode(...content.subarray(0, 50).map((value) => value || 65)),
        dataCoding: 8,
      };
    return { ...header, data: content, dataCoding: 0xf5 };
  });

const parameters = fc
  .record({ protocolIdentifier: fc.option(octet), content: fc.option(userData) })
  .map(({ protocolIdentifier, content }) => ({
    protocolIdentifier,
    ...(content === null ? {} : content),
  }));

/** Descriptions of every message type. */
export const tpdus: fc.Arbitrary<TpduDescription> = fc.oneof(
  fc
    .record({
      smsc: smscs,
      originator: addresses,
      protocolIdentifier: octet,
      timestamp: times,
      firstOctet: fc.record({
        moreMessagesToSend: flag,
        loopPrevention: flag,
        statusReportIndication: flag,
        replyPath: flag,
      }),
      content: userData,
    })
    .map(({ content, ...rest }) => ({ type: "SMS-DELIVER" as const, ...rest, ...content })),
  fc
    .record({
      smsc: smscs,
      destination: addresses,
      messageReference: optional(octet),
      protocolIdentifier: optional(octet),
      validityPeriod: fc.oneof(
        fc.constant(null),
        octet.map((value) => ({ format: "relative" as const, value, seconds: 0 })),
        times.map((until) => ({ format: "absolute" as const, until })),
      ),
      firstOctet: fc.record({ rejectDuplicates: flag, statusReportRequest: flag, replyPath: flag }),
      content: userData,
    })
    .map(({ content, ...rest }) => ({ type: "SMS-SUBMIT" as const, ...rest, ...content })),
  fc
    .record({
      smsc: smscs,
      failureCause: fc.option(fc.integer({ min: 0x80, max: 0xff })),
      content: parameters,
    })
    .map(({ content, ...rest }) => ({ type: "SMS-DELIVER-REPORT" as const, ...rest, ...content })),
  fc
    .record({
      smsc: smscs,
      failureCause: fc.option(fc.integer({ min: 0x80, max: 0xff })),
      timestamp: times,
      content: parameters,
    })
    .map(({ content, ...rest }) => ({ type: "SMS-SUBMIT-REPORT" as const, ...rest, ...content })),
  fc
    .record({
      smsc: smscs,
      messageReference: optional(octet),
      recipient: addresses,
      timestamp: times,
      dischargeTime: times,
      status: optional(octet),
      firstOctet: fc.record({ moreMessagesToSend: flag, statusReportQualifier: flag }),
      content: parameters,
    })
    .map(({ content, ...rest }) => ({ type: "SMS-STATUS-REPORT" as const, ...rest, ...content })),
  fc.record({
    type: fc.constant("SMS-COMMAND" as const),
    smsc: smscs,
    messageReference: optional(octet),
    protocolIdentifier: optional(octet),
    commandType: octet,
    messageNumber: optional(octet),
    destination: addresses,
    commandData: fc.uint8Array({ maxLength: 150 }),
  }),
);

/** Which way a message of each type goes. */
export const DIRECTIONS = {
  "SMS-DELIVER": "to-mobile",
  "SMS-SUBMIT-REPORT": "to-mobile",
  "SMS-STATUS-REPORT": "to-mobile",
  "SMS-DELIVER-REPORT": "to-network",
  "SMS-SUBMIT": "to-network",
  "SMS-COMMAND": "to-network",
} as const;
