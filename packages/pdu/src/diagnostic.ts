/** How much a diagnostic matters: `error` means that something is lost or cannot be trusted. */
export type Severity = "info" | "warning" | "error";

/** The field of a PDU that an error, a diagnostic or a node speaks of, in the words of 3GPP TS 23.040. */
export type Field =
  | "PDU"
  | "SMSC"
  | "RP"
  | "TP-MTI"
  | "TP-OA"
  | "TP-DA"
  | "TP-RA"
  | "TP-MR"
  | "TP-VP"
  | "TP-DT"
  | "TP-ST"
  | "TP-FCS"
  | "TP-PI"
  | "TP-CT"
  | "TP-MN"
  | "TP-CDL"
  | "TP-CD"
  | "TP-PID"
  | "TP-DCS"
  | "TP-SCTS"
  | "TP-UDL"
  | "TP-UDH"
  | "TP-UD";

/** The stable name of a diagnostic. Codes are only ever added. */
export type DiagnosticCode =
  | "ADDRESS_TOO_LONG"
  | "ADDRESS_DIGIT_MISSING"
  | "FILLER_NOT_SET"
  | "RESERVED_ADDRESS_TYPE"
  | "ADDRESS_EXTENSION_MISSING"
  | "RESERVED_PROTOCOL_IDENTIFIER"
  | "RESERVED_DATA_CODING"
  | "COMPRESSED_DATA"
  | "CHARSET_NEEDED"
  | "TIMESTAMP_IMPOSSIBLE"
  | "USER_DATA_CUT"
  | "USER_DATA_TOO_LONG"
  | "OCTETS_AFTER_END"
  | "HEADER_TOO_LONG"
  | "HEADER_ELEMENT_CUT"
  | "ELEMENT_LENGTH_WRONG"
  | "ELEMENT_REPEATED"
  | "CONCATENATION_IMPOSSIBLE"
  | "UNKNOWN_NATIONAL_LANGUAGE"
  | "UNDEFINED_CHARACTER"
  | "LONE_ESCAPE"
  | "PADDING_NOT_ZERO"
  | "UCS2_ODD_LENGTH"
  | "UCS2_LITTLE_ENDIAN"
  | "LONE_SURROGATE"
  | "SMSC_AMBIGUOUS"
  | "RESERVED_MESSAGE_TYPE"
  | "TPDU_LENGTH_WRONG"
  | "WRONG_MESSAGE_TYPE"
  | "CUT"
  | "RESERVED_FAILURE_CAUSE"
  | "RESERVED_COMMAND_TYPE"
  | "PARAMETER_INDICATOR_RESERVED"
  | "PARAMETER_MISSING"
  | "VALIDITY_PERIOD_RESERVED"
  | "UNUSUAL_CODING"
  | "USER_DATA_LENGTH_SHORT";

/** Every diagnostic there is, with its fixed severity. */
export const DIAGNOSTICS: Readonly<Record<DiagnosticCode, Severity>> = {
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
  WRONG_MESSAGE_TYPE: "error",
  CUT: "error",
  RESERVED_FAILURE_CAUSE: "info",
  RESERVED_COMMAND_TYPE: "info",
  PARAMETER_INDICATOR_RESERVED: "warning",
  PARAMETER_MISSING: "error",
  VALIDITY_PERIOD_RESERVED: "info",
  UNUSUAL_CODING: "info",
  USER_DATA_LENGTH_SHORT: "warning",
};

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
