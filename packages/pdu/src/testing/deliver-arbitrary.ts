import fc from "fast-check";
import {
  concatenationElement,
  deliverPdu,
  headerPdu,
  octet,
  octetsPdu,
  septetsPdu,
  unitsHex,
} from "./deliver-pdu.ts";

/** A well-formed PDU, and what it was made of. */
export interface GeneratedPdu {
  readonly hex: string;
  readonly smsc: string | null;
  readonly originator: string;
  /** Null for 8-bit data. */
  readonly text: string | null;
  readonly data: string | null;
  readonly iso: string;
  readonly concatenation: {
    readonly reference: number;
    readonly bits: 8 | 16;
    readonly total: number;
    readonly sequence: number;
  } | null;
}

/**
 * Letters of the default alphabet and their codes, a few of every kind, written down here so that the tables under
 * test are not their own judge.
 */
const SEPTETS: readonly (readonly [letter: string, ...codes: number[]])[] = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"#%&'()*+,-./:;<=>?"
    .split("")
    .map((letter) => [letter, letter.charCodeAt(0)] as const),
  ["@", 0x00],
  ["£", 0x01],
  ["$", 0x02],
  ["è", 0x04],
  ["é", 0x05],
  ["\n", 0x0a],
  ["Δ", 0x10],
  ["_", 0x11],
  ["Ω", 0x15],
  ["Ä", 0x5b],
  ["§", 0x5f],
  ["¿", 0x60],
  ["ä", 0x7b],
  ["à", 0x7f],
  ["^", 0x1b, 0x14],
  ["{", 0x1b, 0x28],
  ["}", 0x1b, 0x29],
  ["\\", 0x1b, 0x2f],
  ["[", 0x1b, 0x3c],
  ["~", 0x1b, 0x3d],
  ["]", 0x1b, 0x3e],
  ["|", 0x1b, 0x40],
  ["€", 0x1b, 0x65],
];

interface SeptetText {
  readonly text: string;
  readonly codes: readonly number[];
}

/** Text of at most `most` septets, with the septets that it has. */
export function septetText(most: number, least = 0): fc.Arbitrary<SeptetText> {
  return fc.array(fc.constantFrom(...SEPTETS), { minLength: least, maxLength: most }).map((letters) => {
    let text = "";
    const codes: number[] = [];
    for (const [letter, ...own] of letters) {
      if (codes.length + own.length > most) break;
      text += letter;
      codes.push(...own);
    }
    return { text, codes };
  });
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(..."0123456789"), { minLength: least, maxLength: most })
    .map((list) => list.join(""));

/** Semi-octets, the halves of each octet swapped, filler where they are odd. */
export function swapped(text: string): string {
  return (text.length % 2 === 0 ? text : `${text}F`).replace(/(.)(.)/g, "$2$1");
}

/** A service centre of 1 to 20 digits. */
const serviceCentre: fc.Arbitrary<{ readonly hex: string; readonly address: string | null }> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ hex: "00", address: null }) },
  {
    weight: 5,
    arbitrary: digits(1, 20).map((number) => ({
      hex: `${octet(1 + Math.ceil(number.length / 2))}91${swapped(number)}`,
      address: `+${number}`,
    })),
  },
);

const originator: fc.Arbitrary<{ readonly hex: string; readonly address: string }> = fc.oneof(
  fc
    .tuple(digits(0, 20), fc.constantFrom(0x81, 0x91, 0xa1, 0xc8, 0x80, 0xb9, 0x99))
    .map(([number, type]) => ({
      hex: octet(number.length) + octet(type) + swapped(number),
      address: type >> 4 === 9 && number !== "" ? `+${number}` : number,
    })),
  septetText(11, 1)
    .filter(({ codes }) => !(codes.length === 8 && codes[7] === 0))
    .map(({ text, codes }) => ({
      hex: `${octet(Math.ceil((codes.length * 7) / 4))}D0${packed(codes)}`,
      address: text,
    })),
);

function packed(codes: readonly number[]): string {
  return septetsPdu(codes, { smsc: "" }).slice(deliverPdu({ smsc: "", data: "" }).length);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const two = (value: number): string => String(value).padStart(2, "0");

/** A possible time, as octets and as ISO text. */
export const timestamp: fc.Arbitrary<{ readonly hex: string; readonly iso: string }> = fc
  .tuple(
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.nat(23),
    fc.nat(59),
    fc.nat(59),
    fc.integer({ min: -79, max: 79 }),
  )
  .map(([year, month, day, hour, minute, second, quarters]) => {
    const date = Math.min(day, MONTH_LENGTHS[month - 1] ?? 28);
    const zone = Math.abs(quarters);
    const sign = quarters < 0 ? 8 : 0;
    const zoneOctet = ((zone % 10) << 4) | Math.floor(zone / 10) | sign;
    const fields = [year, month, date, hour, minute, second].map((field) => swapped(two(field))).join("");
    const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
    const offset = `${quarters < 0 ? "-" : "+"}${two(zone >> 2)}:${two((zone & 3) * 15)}`;
    return {
      hex: fields + octet(zoneOctet),
      iso: `${year < 90 ? 2000 + year : 1900 + year}-${two(month)}-${two(date)}T${clock}${offset}`,
    };
  });

const concatenation = fc
  .record({ bits: fc.constantFrom(8 as const, 16 as const), total: fc.integer({ min: 1, max: 255 }) })
  .chain(({ bits, total }) =>
    fc.record({
      bits: fc.constant(bits),
      total: fc.constant(total),
      reference: fc.nat(bits === 8 ? 0xff : 0xffff),
      sequence: fc.integer({ min: 1, max: total }),
    }),
  );

const elementsOf = (part: GeneratedPdu["concatenation"]): string =>
  part === null ? "" : concatenationElement(part.reference, part.total, part.sequence, part.bits);

/** Elements that change nothing about the text: ports, a special message indication, SIM toolkit data. */
const otherElements = fc.constantFrom("", "", "05040B8423F0", "01020003", "7000", "040203E8", "800411223344");

/** Values of TP-DCS by alphabet, reserved ones left out. */
const GSM7_CODINGS = [0x00, 0x00, 0x01, 0x10, 0x11, 0x13, 0x40, 0x53, 0xc0, 0xc8, 0xd3, 0xf0, 0xf2];
const UCS2_CODINGS = [0x08, 0x08, 0x18, 0x19, 0x48, 0xe0, 0xe9];
const OCTET_CODINGS = [0x04, 0x15, 0xf4, 0xf6];
/** Values of TP-PID that are not reserved. */
const PROTOCOLS = [0, 0, 0, 1, 0x24, 0x32, 0x39, 0x3f, 0x40, 0x41, 0x47, 0x5f, 0x7f, 0xc3];

/** Text without lone surrogates and not beginning with a byte order mark turned round. */
const unitText = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: "binary", maxLength: most })
    .map((text) => {
      const short = text.slice(0, most);
      return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
    })
    .filter((text) => !text.startsWith("\ufffe"));

interface Body {
  readonly coding: number;
  readonly text: string | null;
  readonly data: string | null;
  readonly build: (pieces: Parameters<typeof deliverPdu>[0], elements: string) => string;
}

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.tuple(fc.constantFrom(...GSM7_CODINGS), septetText(140)).map(([coding, { text, codes }]) => ({
    coding,
    text,
    data: null,
    build: (pieces: object | undefined, elements: string) => septetsPdu(codes, pieces, elements),
  })),
  fc.tuple(fc.constantFrom(...UCS2_CODINGS), unitText(60)).map(([coding, text]) => ({
    coding,
    text,
    data: null,
    build: octetBody(unitsHex(text)),
  })),
  fc.tuple(fc.constantFrom(...OCTET_CODINGS), fc.uint8Array({ maxLength: 110 })).map(([coding, octets]) => {
    const data = Array.from(octets, octet).join("");
    return { coding, text: null, data, build: octetBody(data) };
  }),
);

function octetBody(data: string): Body["build"] {
  return (pieces, elements) =>
    elements === "" ? octetsPdu(data, pieces) : headerPdu(elements, data, { ...pieces, firstOctet: 0x44 });
}

/** SMS-DELIVER of every kind, clean: nothing about it is odd. */
export const cleanPdu: fc.Arbitrary<GeneratedPdu> = fc
  .record({
    smsc: serviceCentre,
    from: originator,
    pid: fc.constantFrom(...PROTOCOLS),
    time: timestamp,
    part: fc.option(concatenation, { freq: 2 }),
    other: otherElements,
    content: body,
  })
  .map(({ smsc, from, pid, time, part, other, content }) => {
    const pieces = {
      smsc: smsc.hex,
      originator: from.hex,
      pid,
      dcs: content.coding,
      timestamp: time.hex,
    };
    return {
      hex: content.build(pieces, other + elementsOf(part)),
      smsc: smsc.address,
      originator: from.address,
      text: content.text,
      data: content.data,
      iso: time.iso,
      concatenation: part,
    };
  });

/** A clean PDU with a few octets changed, put in or taken out: what errors on the line make of it. */
export const damagedPdu: fc.Arbitrary<string> = fc
  .tuple(
    cleanPdu,
    fc.array(fc.tuple(fc.constantFrom("set", "set", "insert", "remove"), fc.nat(), fc.nat(255)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([{ hex }, changes]) => {
    const octets = hex.match(/../g) ?? [];
    for (const [kind, where, value] of changes) {
      const at = where % (octets.length + 1);
      octets.splice(at, kind === "insert" ? 0 : 1, ...(kind === "remove" ? [] : [octet(value)]));
    }
    return octets.join("");
  });
