import { diagnose, type Reading, takeOctet } from "./reading.ts";

/** TP-PID (3GPP TS 23.040, 9.2.3.9). */
export interface ProtocolIdentifier {
  readonly value: number;
  /** The name of the value, `short-message` for the ordinary 0. */
  readonly kind: string;
}

const TELEMATIC: readonly string[] = [
  "implicit",
  "telex",
  "telefax-group-3",
  "telefax-group-4",
  "voice-telephone",
  "ermes",
  "national-paging",
  "videotex",
  "teletex",
  "teletex-pspdn",
  "teletex-cspdn",
  "teletex-pstn",
  "teletex-isdn",
  "uci",
  "reserved",
  "reserved",
  "message-handling",
  "x400",
  "internet-e-mail",
];

const NAMED: Readonly<Record<number, string>> = {
  0: "short-message",
  64: "short-message-type-0",
  65: "replace-short-message-type-1",
  66: "replace-short-message-type-2",
  67: "replace-short-message-type-3",
  68: "replace-short-message-type-4",
  69: "replace-short-message-type-5",
  70: "replace-short-message-type-6",
  71: "replace-short-message-type-7",
  72: "device-triggering-short-message",
  94: "enhanced-message-service-obsolete",
  95: "return-call-message",
  124: "ansi-136-r-data",
  125: "me-data-download",
  126: "me-de-personalization",
  127: "usim-data-download",
};

function kindOf(value: number): string {
  const named = NAMED[value];
  if (named !== undefined) return named;
  if (value < 0x20) return `sm-al-protocol-${value}`;
  if (value < 0x40) {
    const device = value & 0x1f;
    if (device === 0x1f) return "telematic-mobile-station";
    return `telematic-${device >= 0x18 ? "sc-specific" : (TELEMATIC[device] ?? "reserved")}`;
  }
  return value < 0xc0 ? "reserved" : "sc-specific";
}

const PROTOCOL_IDENTIFIERS: readonly ProtocolIdentifier[] = Array.from({ length: 256 }, (_, value) =>
  Object.freeze({ value, kind: kindOf(value) }),
);

const RESERVED: readonly boolean[] = PROTOCOL_IDENTIFIERS.map(({ kind }) => kind.endsWith("reserved"));

/** What a TP-PID octet says (3GPP TS 23.040, 9.2.3.9). The objects are shared and frozen. */
export function protocolIdentifierOf(octet: number): ProtocolIdentifier {
  const identifier = PROTOCOL_IDENTIFIERS[octet];
  if (identifier === undefined) throw new RangeError(`not an octet: ${octet}`);
  return identifier;
}

/** Whether a TP-PID is reserved: to be treated as 0. */
export function isReservedProtocolIdentifier(octet: number): boolean {
  return RESERVED[octet] === true;
}

/** Reads TP-PID. Throws `CUT`. */
export function readProtocolIdentifier(reading: Reading): ProtocolIdentifier {
  const identifier = protocolIdentifierOf(takeOctet(reading, "TP-PID", "TP-PID"));
  if (isReservedProtocolIdentifier(identifier.value))
    diagnose(
      reading,
      "RESERVED_PROTOCOL_IDENTIFIER",
      "TP-PID",
      reading.position - 1,
      1,
      `TP-PID ${identifier.value} is reserved: treated as 0.`,
    );
  return identifier;
}
