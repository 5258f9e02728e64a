/** A mobile network's code after ITU-T E.212. Strings, because leading zeros count: `"02"` is not `"2"`. */
export interface NetworkCode {
  /** Mobile country code, three digits. */
  readonly mcc: string;
  /** Mobile network code, two or three digits. */
  readonly mnc: string;
}

/** What a test can be aimed at: a network and, for a ported number, the network that the number came from. */
export interface NetworkTarget extends NetworkCode {
  /** Network that the number was ported from; `null` where the number was never ported. */
  readonly portedFrom: NetworkCode | null;
}

/** A network in which a vendor has a handset on line at this moment. */
export interface Network extends NetworkTarget {
  /** Operator's name as the vendor spells it. */
  readonly operatorName: string | null;
  /** Name of the operator that a ported number came from. */
  readonly portedFromOperatorName: string | null;
  /** Country's name as the vendor spells it. */
  readonly countryName: string | null;
  /** ISO 3166-1 alpha-2, where the vendor says so. */
  readonly countryCode: string | null;
  /** The vendor's own object, unknown fields included. */
  readonly raw: unknown;
}

/** Whether the text is a mobile country code: exactly three digits. */
export function isMcc(text: string): boolean {
  return /^\d{3}$/.test(text);
}

/** Whether the text is a mobile network code: two or three digits. */
export function isMnc(text: string): boolean {
  return /^\d{2,3}$/.test(text);
}

/** `"20610"` -> `{ mcc: "206", mnc: "10" }`; `null` for anything that is not five or six digits. */
export function splitNetworkCode(text: string): NetworkCode | null {
  return /^\d{5,6}$/.test(text) ? { mcc: text.slice(0, 3), mnc: text.slice(3) } : null;
}

/** `"206-10"`, or `"206-10<206-03"` for a number ported from 206-03. Equal targets have equal keys. */
export function networkKey(target: NetworkTarget): string {
  const own = `${target.mcc}-${target.mnc}`;
  return target.portedFrom === null ? own : `${own}<${target.portedFrom.mcc}-${target.portedFrom.mnc}`;
}
