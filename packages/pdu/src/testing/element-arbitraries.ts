import fc from "fast-check";
import type { Address } from "../address.ts";
import type { ElementValue } from "../elements/element-value.ts";
import type { VoiceMessage } from "../elements/enhanced-voice-mail.ts";
import { encode as septetsOf } from "../gsm7/text.ts";
import { toHex } from "../octets.ts";
import { NUMBERING_PLANS, TYPES_OF_NUMBER } from "../type-of-address.ts";

type Kind = ElementValue["kind"];
/** Kinds that share a type have it all the same, each with its own kind. */
type OfKind<K extends Kind, V = ElementValue> = V extends { readonly kind: string }
  ? K extends V["kind"]
    ? V & { readonly kind: K }
    : never
  : never;

const octet = fc.nat(0xff);
const sixteen = fc.nat(0xffff);
const flag = fc.boolean();

const hex = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength, maxLength }).map((octets) => toHex(octets));

/** A word of a list, or `reserved-N` for one of the values that have none. */
const word = <const W extends string>(words: readonly W[], free: readonly number[]) =>
  fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...free).map((value): `reserved-${number}` => `reserved-${value}`),
  );

const numbers = fc
  .record({
    digits: fc.string({ unit: fc.constantFrom(..."0123456789*#abc"), maxLength: 20 }),
    ton: fc.constantFrom(...TYPES_OF_NUMBER.filter((ton) => ton !== "alphanumeric")),
    npi: fc.constantFrom(...NUMBERING_PLANS),
  })
  .map(
    ({ digits, ton, npi }): Address => ({
      address: ton === "international" && digits !== "" ? `+${digits}` : digits,
      ton,
      npi,
      length: digits.length,
    }),
  );

const letters = fc
  .record({
    address: fc.string({ unit: fc.constantFrom(..."@ACMEacme Å1-€["), maxLength: 11 }),
    npi: fc.constantFrom(...NUMBERING_PLANS),
    spare: fc.boolean(),
  })
  .map(({ address, npi, spare }): Address => {
    const septets = septetsOf(address)?.length ?? 0;
    const least = Math.ceil((7 * septets) / 4);
    // Where there is room for no further letter, one more semi-octet is as legal.
    const length = spare && Math.floor((4 * (least + 1)) / 7) === septets ? least + 1 : least;
    return { address, ton: "alphanumeric", npi, length };
  })
  .filter(({ address, length }) => length <= 20 && !(length === 14 && address.endsWith("@")));

/** Addresses that an element can hold. */
export const elementAddresses: fc.Arbitrary<Address> = fc.oneof(numbers, letters);

const extension = fc.option(hex(0, 4));

const mailbox = {
  kind: fc.constant("enhanced-voice-mail" as const),
  profile: fc.integer({ min: 1, max: 4 }),
  store: flag,
  almostFull: flag,
  full: flag,
  reserved: fc.nat(1),
  accessAddress: elementAddresses,
  voiceMessages: octet,
  extension,
};

const voiceMessage: fc.Arbitrary<VoiceMessage> = fc.record({
  id: sixteen,
  length: octet,
  retentionDays: fc.nat(31),
  reserved: fc.nat(1),
  urgent: flag,
  callingLine: elementAddresses,
  extension,
});

const kind = <K extends Kind>(name: K): fc.Arbitrary<K> => fc.constant(name);

const place = <K extends Kind>(name: K) => ({ kind: kind(name), position: octet });

const parts = fc
  .tuple(fc.integer({ min: 1, max: 255 }), fc.nat(254))
  .map(([total, sequence]) => ({ total, sequence: 1 + (sequence % total) }));

const colour = fc.constantFrom(
  ...(["black", "dark-yellow", "grey", "white", "bright-red", "bright-magenta"] as const),
);

/** Legal values of each kind. The type makes sure that no kind is left out. */
export const elementValues: { readonly [K in Kind]: fc.Arbitrary<OfKind<K>> } = {
  concatenation: fc.oneof(
    fc
      .tuple(octet, parts)
      .map(([reference, part]) => ({ kind: "concatenation" as const, bits: 8 as const, reference, ...part })),
    fc.tuple(sixteen, parts).map(([reference, part]) => ({
      kind: "concatenation" as const,
      bits: 16 as const,
      reference,
      ...part,
    })),
  ),
  "special-message-indication": fc.record({
    kind: kind("special-message-indication"),
    type: word(["voicemail", "fax", "email", "other", "video"], [4, 5, 6, 8, 15, 31]),
    profile: fc.integer({ min: 1, max: 4 }),
    store: flag,
    count: octet,
  }),
  ports: fc.oneof(
    fc.record({ kind: kind("ports"), bits: fc.constant(8 as const), destination: octet, source: octet }),
    fc.record({ kind: kind("ports"), bits: fc.constant(16 as const), destination: sixteen, source: sixteen }),
  ),
  "smsc-control-parameters": fc.record({
    kind: kind("smsc-control-parameters"),
    transactionCompleted: flag,
    permanentError: flag,
    lastTemporaryError: flag,
    temporaryError: flag,
    reserved: fc.nat(3),
    cancelOthers: flag,
    includeHeader: flag,
  }),
  "udh-source-indicator": fc.record({
    kind: kind("udh-source-indicator"),
    source: word(["original-sender", "original-receiver", "smsc"], [0, 4, 255]),
  }),
  "wireless-control-message-protocol": fc.record({
    kind: kind("wireless-control-message-protocol"),
    data: hex(0, 255),
  }),
  "text-formatting": fc
    .record({
      kind: kind("text-formatting"),
      position: octet,
      length: octet,
      alignment: fc.constantFrom("left", "center", "right", "language-dependent"),
      size: fc.constantFrom("normal", "large", "small", "reserved-3"),
      bold: flag,
      italic: flag,
      underlined: flag,
      strikethrough: flag,
      colours: fc.option(fc.record({ foreground: colour, background: colour })),
    })
    .map(({ colours, ...formatting }) => ({
      ...formatting,
      ...(colours ?? { foreground: null, background: null }),
    })),
  "predefined-sound": fc.record({
    ...place("predefined-sound"),
    sound: word(["chimes-high", "chimes-low", "ding", "tada", "fanfare", "chord-low"], [10, 255]),
  }),
  "user-defined-sound": fc.record({ ...place("user-defined-sound"), data: hex(1, 128) }),
  "predefined-animation": fc.record({
    ...place("predefined-animation"),
    animation: word(["ironic", "glad", "sad", "tongue-hanging-out", "devil"], [15, 255]),
  }),
  "large-animation": fc.record({ ...place("large-animation"), data: hex(128, 128) }),
  "small-animation": fc.record({ ...place("small-animation"), data: hex(32, 32) }),
  "large-picture": fc.record({ ...place("large-picture"), data: hex(128, 128) }),
  "small-picture": fc.record({ ...place("small-picture"), data: hex(32, 32) }),
  "variable-picture": fc
    .tuple(octet, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 16 }))
    .chain(([position, columns, height]) =>
      hex(columns * height, columns * height).map((data) => ({
        kind: "variable-picture" as const,
        position,
        width: 8 * columns,
        height,
        data,
      })),
    ),
  "user-prompt-indicator": fc.record({ kind: kind("user-prompt-indicator"), objects: octet }),
  "extended-object": fc
    .record({
      kind: kind("extended-object"),
      reference: octet,
      length: fc.nat(0xffff - 200),
      noForwarding: flag,
      userPrompt: flag,
      reserved: fc.nat(63),
      type: word(
        ["predefined-sound", "imelody", "vcard", "polyphonic-melody", "data-format-delivery-request"],
        [13, 254],
      ),
      position: sixteen,
      data: hex(0, 200),
    })
    .map((value) => ({ ...value, length: value.length + value.data.length / 2 })),
  "extended-object-continuation": fc.record({
    kind: kind("extended-object-continuation"),
    data: hex(0, 255),
  }),
  "reused-extended-object": fc.record({
    kind: kind("reused-extended-object"),
    reference: octet,
    position: sixteen,
  }),
  "compression-control": fc
    .record({
      kind: kind("compression-control"),
      algorithm: word(["lzss"], [1, 15]),
      parameters: fc.nat(15),
      length: fc.nat(0xffff - 200),
      data: hex(0, 200),
    })
    .map((value) => ({ ...value, length: value.length + value.data.length / 2 })),
  "compression-control-continuation": fc.record({
    kind: kind("compression-control-continuation"),
    data: hex(0, 255),
  }),
  "object-distribution-indicator": fc.record({
    kind: kind("object-distribution-indicator"),
    elements: octet,
    noForwarding: flag,
    reserved: fc.nat(127),
  }),
  "standard-wvg-object": fc.record({ ...place("standard-wvg-object"), data: hex(1, 200) }),
  "character-size-wvg-object": fc.record({ ...place("character-size-wvg-object"), data: hex(1, 200) }),
  "extended-object-data-request": fc.record({ kind: kind("extended-object-data-request") }),
  "rfc822-email-header": fc.record({ kind: kind("rfc822-email-header"), headerLength: octet }),
  hyperlink: fc.record({ kind: kind("hyperlink"), position: sixteen, titleLength: octet, urlLength: octet }),
  "reply-address": fc.record({ kind: kind("reply-address"), address: elementAddresses }),
  "enhanced-voice-mail": fc.oneof(
    fc.record({
      ...mailbox,
      type: fc.constant("notification" as const),
      countReserved: fc.nat(15),
      messages: fc.array(voiceMessage, { maxLength: 8 }),
    }),
    fc.record({
      ...mailbox,
      type: fc.constant("delete-confirmation" as const),
      countReserved: fc.nat(7),
      messages: fc.array(fc.record({ id: sixteen, reserved: fc.nat(127), extension }), { maxLength: 25 }),
    }),
  ),
  "national-language-single-shift": fc.record({
    kind: kind("national-language-single-shift"),
    language: octet,
  }),
  "national-language-locking-shift": fc.record({
    kind: kind("national-language-locking-shift"),
    language: octet,
  }),
  "sim-toolkit-security": fc.record({
    kind: kind("sim-toolkit-security"),
    packet: fc.oneof(
      fc.constantFrom("command" as const, "response" as const),
      fc.integer({ min: 114, max: 127 }).map((id): `identifier-${number}` => `identifier-${id}`),
    ),
    data: hex(0, 20),
  }),
  "originator-to-originator": fc.record({
    kind: kind("originator-to-originator"),
    id: fc.integer({ min: 0x80, max: 0x9f }),
    data: hex(0, 255),
  }),
  "sc-specific": fc.record({
    kind: kind("sc-specific"),
    id: fc.integer({ min: 0xc0, max: 0xdf }),
    data: hex(0, 255),
  }),
  raw: fc.record({
    kind: kind("raw"),
    id: fc.constantFrom(0x02, 0x03, 0x1b, 0x1f, 0x26, 0x6f, 0xa0, 0xbf, 0xe0, 0xff),
    data: hex(0, 255),
    fault: fc.constant(null),
  }),
};

/** A legal value of any kind. */
export const anyElementValue: fc.Arbitrary<ElementValue> = fc.oneof(
  ...(Object.values(elementValues) as fc.Arbitrary<ElementValue>[]),
);
