/** RP-Cause (3GPP TS 24.011, 8.2.5.4). */
export interface RpCause {
  /** The cause without its extension bit, 0 to 127. */
  readonly value: number;
  /** The name of the value, such as `memory-capacity-exceeded`; `reserved` for others. */
  readonly name: string;
  /** The diagnostic octet, null when there is none. */
  readonly diagnostic: number | null;
}

/** Names by value (3GPP TS 24.011, table 8.4). */
const NAMES: Readonly<Record<number, string>> = {
  1: "unassigned-number",
  8: "operator-determined-barring",
  10: "call-barred",
  21: "short-message-transfer-rejected",
  22: "memory-capacity-exceeded",
  27: "destination-out-of-order",
  28: "unidentified-subscriber",
  29: "facility-rejected",
  30: "unknown-subscriber",
  38: "network-out-of-order",
  41: "temporary-failure",
  42: "congestion",
  47: "resources-unavailable",
  50: "requested-facility-not-subscribed",
  69: "requested-facility-not-implemented",
  81: "invalid-short-message-transfer-reference",
  95: "semantically-incorrect-message",
  96: "invalid-mandatory-information",
  97: "message-type-not-implemented",
  98: "message-not-compatible-with-protocol-state",
  99: "information-element-not-implemented",
  111: "protocol-error",
  127: "interworking",
};

/** What the octets of RP-Cause say. */
export function rpCauseOf(cause: number, diagnostic: number | null): RpCause {
  const value = cause & 0x7f;
  return { value, name: NAMES[value] ?? "reserved", diagnostic };
}
