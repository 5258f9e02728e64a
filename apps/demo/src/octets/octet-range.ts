/** A stretch of octets. */
export interface OctetRange {
  readonly offset: number;
  readonly length: number;
}

/** What is pointed at: a field, an octet of it, or the bits that became a letter. */
export interface PointedAt extends OctetRange {
  /** Bits from the start of the PDU, where it is less than the field. */
  readonly bits?: OctetRange;
}

/** How something is pointed at: `hover` passes, `focus` stays. */
export interface OctetPoint {
  readonly at: PointedAt | null;
  readonly how: "hover" | "focus";
}

/** The event that carries an {@link OctetPoint}. */
export const OCTET_POINT = "octet-point";

/** Makes the event. */
export function octetPoint(at: PointedAt | null, how: OctetPoint["how"]): CustomEvent<OctetPoint> {
  return new CustomEvent<OctetPoint>(OCTET_POINT, { detail: { at, how }, bubbles: true });
}

/** Whether two stretches share something; an empty one counts as the place at which it stands. */
export function overlaps(one: OctetRange, other: OctetRange): boolean {
  return (
    one.offset < other.offset + Math.max(1, other.length) &&
    other.offset < one.offset + Math.max(1, one.length)
  );
}

/** `octet 8`, `octets 9 to 12`. */
export function rangeWords({ offset, length }: OctetRange): string {
  return length <= 1 ? `octet ${offset}` : `octets ${offset} to ${offset + length - 1}`;
}
