/** How much a diagnostic matters: `error` means that something is lost or cannot be trusted. */
export type Severity = "info" | "warning" | "error";

/** The field of a PDU that an error, a diagnostic or a node speaks of, in the words of 3GPP TS 23.040. */
export type Field =
  | "PDU"
  | "SMSC"
  | "TP-MTI"
  | "TP-OA"
  | "TP-PID"
  | "TP-DCS"
  | "TP-SCTS"
  | "TP-UDL"
  | "TP-UDH"
  | "TP-UD";

/** Every diagnostic there is, with its fixed severity. Codes are only ever added. */
export const DIAGNOSTICS = {
  ADDRESS_TOO_LONG: "error",
  ADDRESS_DIGIT_MISSING: "warning",
  FILLER_NOT_SET: "info",
  RESERVED_ADDRESS_TYPE: "info",
  ADDRESS_EXTENSION_MISSING: "warning",
  RESERVED_PROTOCOL_IDENTIFIER: "info",
  RESERVED_DATA_CODING: "info",
  COMPRESSED_DATA: "warning",
  CHARSET_NEEDED: "warning",
  TIMESTAMP_IMPOSSIBLE: "warning",
  USER_DATA_CUT: "error",
  USER_DATA_TOO_LONG: "error",
  OCTETS_AFTER_END: "warning",
  HEADER_TOO_LONG: "error",
  HEADER_ELEMENT_CUT: "error",
  ELEMENT_LENGTH_WRONG: "warning",
  ELEMENT_REPEATED: "info",
  CONCATENATION_IMPOSSIBLE: "warning",
  UNKNOWN_NATIONAL_LANGUAGE: "warning",
  UNDEFINED_CHARACTER: "warning",
  LONE_ESCAPE: "warning",
  PADDING_NOT_ZERO: "info",
  UCS2_ODD_LENGTH: "error",
  UCS2_LITTLE_ENDIAN: "warning",
  LONE_SURROGATE: "warning",
  SMSC_AMBIGUOUS: "error",
  RESERVED_MESSAGE_TYPE: "warning",
  TPDU_LENGTH_WRONG: "error",
} as const satisfies Readonly<Record<string, Severity>>;

/** The stable name of a diagnostic. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Something odd in a PDU that still gave a value. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly field: Field;
  /** Octets from the start of the PDU as given, SMSC included. */
  readonly offset: number;
  /** How many octets it concerns; 0 where what is missing should have stood. */
  readonly length: number;
  /** One plain sentence. */
  readonly message: string;
  /** The octets concerned, upper-case hex, present where the value does not hold them. */
  readonly hex?: string;
}
