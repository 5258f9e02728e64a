import { type Reading, takeOctet } from "./reading.ts";

/** What a status means for the message (3GPP TS 23.040, 9.2.3.15). */
export type StatusOutcome = "completed" | "temporary-trying" | "permanent" | "temporary-ended";

/** TP-ST (3GPP TS 23.040, 9.2.3.15). */
export interface Status {
  readonly value: number;
  readonly outcome: StatusOutcome;
  /** The name of the value, such as `received-by-recipient`. */
  readonly name: string;
}

const NAMES: Readonly<Record<number, string>> = {
  0: "received-by-recipient",
  1: "forwarded-unconfirmed",
  2: "replaced-by-service-centre",
  32: "congestion",
  33: "recipient-busy",
  34: "no-response-from-recipient",
  35: "service-rejected",
  36: "quality-of-service-not-available",
  37: "error-in-recipient",
  64: "remote-procedure-error",
  65: "incompatible-destination",
  66: "connection-rejected-by-recipient",
  67: "not-obtainable",
  68: "quality-of-service-not-available",
  69: "no-interworking-available",
  70: "validity-period-expired",
  71: "deleted-by-originator",
  72: "deleted-by-service-centre-administration",
  73: "message-does-not-exist",
  96: "congestion",
  97: "recipient-busy",
  98: "no-response-from-recipient",
  99: "service-rejected",
  100: "quality-of-service-not-available",
  101: "error-in-recipient",
};

const OUTCOMES: readonly StatusOutcome[] = ["completed", "temporary-trying", "permanent", "temporary-ended"];

/** What a TP-ST octet says. A reserved value means what 0x63, service rejected, means: 9.2.3.15 wants it so. */
export function statusOf(octet: number): Status {
  const specific = octet < 0x80 && (octet & 0x1f) >= 0x10;
  const name = NAMES[octet] ?? (specific ? "sc-specific" : "reserved");
  const outcome = name === "reserved" ? "temporary-ended" : OUTCOMES[octet >> 5];
  return { value: octet, outcome: outcome ?? "temporary-ended", name };
}

/** Reads TP-ST. Throws `CUT`. */
export function readStatus(reading: Reading): Status {
  return statusOf(takeOctet(reading, "TP-ST", "TP-ST"));
}
