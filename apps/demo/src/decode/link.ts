/** The longest list of PDUs that goes into the address bar: chat programs cut longer links. */
export const LONGEST_LINK = 8_000;

/** Collects the PDUs of an input for the address bar: `,` within a unit, `;` between units. */
export class LinkWriter {
  #link = "";
  #lastUnit: number | null = null;
  #tooLong = false;

  add(input: string, unit: number): void {
    if (this.#tooLong) return;
    const separator = this.#lastUnit === null ? "" : this.#lastUnit === unit ? "," : ";";
    this.#lastUnit = unit;
    this.#link += separator + encodeURIComponent(compact(input));
    if (this.#link.length > LONGEST_LINK) this.#tooLong = true;
  }

  /** The list, null when it is too long. */
  finish(): string | null {
    return this.#tooLong ? null : this.#link;
  }
}

function compact(input: string): string {
  return /^[0-9A-Fa-f\s]+$/.test(input) ? input.replace(/\s+/g, "") : input;
}

/**
 * Turns the list from a link into input: lines for one unit, JSON for several, so that their parts stay apart.
 * Null for what no link of ours holds.
 */
export function textOfLink(link: string): string | null {
  try {
    const units = link.split(";").map((unit) => unit.split(",").map(decodeURIComponent));
    const [only, ...more] = units;
    if (only && more.length === 0) return only.join("\n");
    return `[\n${units.map((unit) => `  ${JSON.stringify(unit)}`).join(",\n")}\n]`;
  } catch {
    return null;
  }
}
