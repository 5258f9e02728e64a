import { diagnose, type Reading, takeOctet } from "./reading.ts";

/** TP-CT (3GPP TS 23.040, 9.2.3.19). */
export interface CommandType {
  readonly value: number;
  readonly name:
    | "enquiry"
    | "cancel-status-report-request"
    | "delete"
    | "enable-status-report-request"
    | "reserved"
    | "sc-specific";
}

const NAMES = ["enquiry", "cancel-status-report-request", "delete", "enable-status-report-request"] as const;

/** What a TP-CT octet says. */
export function commandTypeOf(octet: number): CommandType {
  return { value: octet, name: NAMES[octet] ?? (octet >= 0xe0 ? "sc-specific" : "reserved") };
}

/** Reads TP-CT. Throws `CUT`. */
export function readCommandType(reading: Reading): CommandType {
  const type = commandTypeOf(takeOctet(reading, "TP-CT", "TP-CT"));
  if (type.name === "reserved")
    diagnose(
      reading,
      "RESERVED_COMMAND_TYPE",
      "TP-CT",
      reading.position - 1,
      1,
      `TP-CT ${type.value} is reserved.`,
    );
  return type;
}
