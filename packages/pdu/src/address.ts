/** Type of number (3GPP TS 23.040, 9.1.2.5). */
export type TypeOfNumber =
  | "unknown"
  | "international"
  | "national"
  | "network-specific"
  | "subscriber"
  | "alphanumeric"
  | "abbreviated"
  | "reserved";

/** Numbering plan (3GPP TS 23.040, 9.1.2.5); `scts-5` and `scts-6` are specific to the service centre. */
export type NumberingPlan =
  | "unknown"
  | "isdn"
  | "data"
  | "telex"
  | "national"
  | "private"
  | "ermes"
  | `scts-${number}`
  | `reserved-${number}`;

/** TP-OA, TP-DA or TP-RA (3GPP TS 23.040, 9.1.2.5). */
export interface Address {
  /** Digits, with `+` in front when international and `* # a b c` for the codes A to E; or letters. */
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
  /** Useful semi-octets, as the first octet of the field says. */
  readonly length: number;
}
