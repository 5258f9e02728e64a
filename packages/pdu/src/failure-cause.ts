import { diagnose, type Reading, takeOctet } from "./reading.ts";

/** TP-FCS (3GPP TS 23.040, 9.2.3.22). */
export interface FailureCause {
  readonly value: number;
  /** The name of the value, such as `sim-storage-full`. */
  readonly name: string;
}

const NAMES: Readonly<Record<number, string>> = {
  128: "telematic-interworking-not-supported",
  129: "short-message-type-0-not-supported",
  130: "cannot-replace-short-message",
  143: "unspecified-tp-pid-error",
  144: "data-coding-scheme-not-supported",
  145: "message-class-not-supported",
  159: "unspecified-tp-dcs-error",
  160: "command-cannot-be-actioned",
  161: "command-unsupported",
  175: "unspecified-tp-command-error",
  176: "tpdu-not-supported",
  192: "sc-busy",
  193: "no-sc-subscription",
  194: "sc-system-failure",
  195: "invalid-sme-address",
  196: "destination-sme-barred",
  197: "sm-rejected-duplicate-sm",
  198: "tp-vpf-not-supported",
  199: "tp-vp-not-supported",
  208: "sim-storage-full",
  209: "no-sms-storage-capability-in-sim",
  210: "error-in-ms",
  211: "memory-capacity-exceeded",
  212: "sim-application-toolkit-busy",
  213: "sim-data-download-error",
  255: "unspecified-error-cause",
};

/** What a TP-FCS octet says. */
export function failureCauseOf(octet: number): FailureCause {
  return { value: octet, name: NAMES[octet] ?? (octet >= 0xe0 ? "application-specific" : "reserved") };
}

/** Reads TP-FCS. Throws `CUT`. */
export function readFailureCause(reading: Reading): FailureCause {
  const cause = failureCauseOf(takeOctet(reading, "TP-FCS", "TP-FCS"));
  if (cause.name === "reserved")
    diagnose(
      reading,
      "RESERVED_FAILURE_CAUSE",
      "TP-FCS",
      reading.position - 1,
      1,
      `TP-FCS ${cause.value} is reserved.`,
    );
  return cause;
}
