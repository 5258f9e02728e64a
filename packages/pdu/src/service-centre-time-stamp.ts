/** TP-SCTS (3GPP TS 23.040, 9.2.3.11). */
export interface ServiceCentreTimeStamp {
  /** The seven octets, upper-case hex. */
  readonly raw: string;
  /** `1999-03-29T15:16:59+02:00`, null when a field is impossible. */
  readonly iso: string | null;
  /** Milliseconds since 1970-01-01T00:00:00Z, null when a field is impossible. */
  readonly epochMs: number | null;
  /** The zone in minutes east of UTC, null when it cannot be read. */
  readonly offsetMinutes: number | null;
}
