import { findLinks, type Link } from "../entities/links.ts";
import { isBlank } from "../text/blanks.ts";
import { digitValue } from "../text/digits.ts";

/** The delivered text with what the aligner asks about it again and again, each looked up once. */
export interface DeliveredText {
  readonly text: string;
  /** Lower case and without marks, code unit by code unit: romanisations are compared with it. */
  readonly folded: string;
  readonly links: readonly Link[];
  /** The offsets at which a code unit stands, in order. */
  readonly offsetsOf: (unit: number) => readonly number[];
  readonly offsetsOfFolded: (unit: number) => readonly number[];
  /** The code units the text is made of. */
  readonly units: readonly number[];
  readonly foldedUnits: readonly number[];
  /** Runs of blanks and of digits, in order. */
  readonly blankRuns: readonly Run[];
  readonly digitRuns: readonly Run[];
}

/** A stretch of one kind. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Looks at the delivered text, each thing when it is first asked for. */
export function readDelivered(text: string): DeliveredText {
  const folded = once(() => fold(text));
  const links = once(() => findLinks(text));
  const places = once(() => placesOf(text));
  const foldedPlaces = once(() => placesOf(folded()));
  const blankRuns = once(() => runsOf(text, (character) => isBlank(character)));
  const digitRuns = once(() => runsOf(text, (character) => digitValue(character) !== null));
  return {
    text,
    get folded() {
      return folded();
    },
    get links() {
      return links();
    },
    get units() {
      return [...places().keys()];
    },
    get foldedUnits() {
      return [...foldedPlaces().keys()];
    },
    get blankRuns() {
      return blankRuns();
    },
    get digitRuns() {
      return digitRuns();
    },
    offsetsOf: (unit) => places().get(unit) ?? NOWHERE,
    offsetsOfFolded: (unit) => foldedPlaces().get(unit) ?? NOWHERE,
  };
}

const NOWHERE: readonly number[] = [];

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function placesOf(text: string): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const known = places.get(unit);
    if (known === undefined) places.set(unit, [offset]);
    else known.push(offset);
  }
  return places;
}

function runsOf(text: string, belongs: (character: string) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  let offset = 0;
  for (const character of text) {
    if (belongs(character)) {
      if (start < 0) start = offset;
    } else if (start >= 0) {
      runs.push({ start, end: offset });
      start = -1;
    }
    offset += character.length;
  }
  if (start >= 0) runs.push({ start, end: text.length });
  return runs;
}

/** What romanisations write for soft signs, hamza and ayn. */
const APOSTROPHES = /[ʹʺʻʼʾʿ‘’]/;

/** Same length as the text: a letter that would become longer keeps its first unit. */
function fold(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? "";
    if (unit < "\u0080") folded += unit.toLowerCase();
    else if (APOSTROPHES.test(unit)) folded += "'";
    else folded += (unit.normalize("NFD")[0] ?? unit).toLowerCase()[0];
  }
  return folded;
}
