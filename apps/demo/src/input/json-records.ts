import { type InputRecord, PDU_FIELDS } from "./input-record.ts";
import { splitPdus } from "./split-pdus.ts";

/** Deeper than any vendor's envelope; keeps hostile nesting from the stack. */
const DEEPEST = 64;

interface FoundPdus {
  readonly path: string;
  readonly pdus: readonly (readonly [path: string, input: string])[];
}

/**
 * Finds the PDUs of a JSON value: under `pdusDelivered`, `pdu`, `pdus` or `hex` at any depth, in arrays of
 * strings, or the string itself; `text` is where the value was read from. Each vendor result is a unit; a bare array of strings is one list.
 */
export function* readJsonValue(
  value: unknown,
  text: string,
  firstUnit: number,
): Generator<InputRecord, number> {
  let unit = firstUnit;
  let fields = 0;
  for (const found of pduFields(value, "", 0)) {
    fields += 1;
    if (found.pdus.length === 0) continue;
    unit += 1;
    for (const [place, input] of found.pdus) yield { kind: "pdu", input, place, unit };
  }
  if (fields === 0) {
    unit += 1;
    yield {
      kind: "unreadable",
      code: "NO_PDU_FIELD",
      message: `There is no "pdusDelivered" or "pdu" in this JSON.`,
      input: shorten(text.trim()),
      place: "the whole input",
      unit,
    };
  }
  return unit;
}

function* pduFields(value: unknown, path: string, depth: number): Generator<FoundPdus> {
  if (depth > DEEPEST) return;
  if (typeof value === "string" && depth === 0) {
    yield { path, pdus: placed(splitPdus(value), path) };
  } else if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => typeof item === "string")) {
      // Strings in a list that nobody called PDUs (tags, names) are PDUs only at the top.
      if (isListPath(path))
        yield { path, pdus: value.map((item, index) => [`${path}[${index}]`, item] as const) };
      return;
    }
    for (const [index, item] of value.entries()) yield* pduFields(item, `${path}[${index}]`, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = path === "" ? key : `${path}.${key}`;
      if (PDU_FIELDS.includes(key.toLowerCase()) && isPduValue(inner))
        yield { path: innerPath, pdus: pdusOfField(inner, innerPath) };
      else yield* pduFields(inner, innerPath, depth + 1);
    }
  }
}

/** Only array brackets so far: no key has been entered. */
function isListPath(path: string): boolean {
  return /^(\[\d+\])*$/.test(path);
}

function isPduValue(value: unknown): boolean {
  return (
    value === null ||
    typeof value === "string" ||
    (Array.isArray(value) && value.every((item) => typeof item === "string" || item === null))
  );
}

function pdusOfField(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return placed(splitPdus(value), path);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) =>
    typeof item === "string" ? [[`${path}[${index}]`, item] as const] : [],
  );
}

function placed(pdus: readonly string[], path: string): readonly (readonly [string, string])[] {
  const place = path === "" ? "the whole input" : path;
  return pdus.map((pdu, index) => [pdus.length === 1 ? place : `${place}, PDU ${index + 1}`, pdu] as const);
}

/** The longest stretch of an unreadable record that is kept to be shown. */
const SHOWN = 300;

/** Cuts what is only shown, never what is decoded. */
export function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
