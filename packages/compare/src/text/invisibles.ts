/**
 * The closed list of characters that may come and go without a reader seeing it: soft hyphen, zero-width space,
 * word joiner, byte order mark, variation selectors 15 and 16, and the directional marks LRM, RLM and ALM.
 */
const HARMLESS = "\u00ad\u200b\u2060\ufeff\ufe0e\ufe0f\u200e\u200f\u061c";

/** ZWNJ and ZWJ: invisible, but they shape the letters beside them. */
const JOINERS = "\u200c\u200d";

/** Embeddings, overrides and isolates: they turn the order of what a reader sees. */
const BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

export const isHarmlessInvisible = (character: string): boolean => HARMLESS.includes(character);
export const isJoiner = (character: string): boolean => JOINERS.includes(character);
export const isBidiControl = (character: string): boolean => BIDI_CONTROLS.includes(character);

const ANY = new Set([...HARMLESS, ...JOINERS, ...BIDI_CONTROLS]);

/** Whether a code unit shows nothing by itself. */
export const isInvisible = (character: string): boolean => ANY.has(character);

const ALL = new RegExp(`[${[...ANY].join("")}]`, "gu");

/** The text without any of them. */
export const withoutInvisibles = (text: string): string => text.replace(ALL, "");
