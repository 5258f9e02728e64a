/** TP-PID (3GPP TS 23.040, 9.2.3.9). */
export interface ProtocolIdentifier {
  readonly value: number;
  /** The name of the value, `short-message` for the ordinary 0. */
  readonly kind: string;
}
