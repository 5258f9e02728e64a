import { pageNamed } from "../charset/code-pages.ts";
import { decodeUtf8, encodeUtf8 } from "../charset/utf8.ts";

/** The spellings of a character in one kind of escape, the first that the delivered text has is taken. */
type Spelling = (character: string) => readonly string[];

/** One kind of escape. */
export interface EscapeFamily {
  readonly name: string;
  /** Whether the delivered text shows this kind of escape at all. */
  readonly sign: RegExp;
  readonly spell: Spelling;
  /** One escape, global, and the character it stands for; null for what only looks like an escape. */
  readonly unit?: RegExp;
  readonly read?: (escaped: string) => string | null;
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0");
const bothCases = (text: string): readonly string[] => [text.toUpperCase(), text.toLowerCase()];

/** Named entities that gateways write (HTML 4, section 24). */
const NAMED: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "\u00a0": "nbsp",
  "¡": "iexcl",
  "¢": "cent",
  "£": "pound",
  "¤": "curren",
  "¥": "yen",
  "§": "sect",
  "©": "copy",
  ª: "ordf",
  "«": "laquo",
  "®": "reg",
  "°": "deg",
  "±": "plusmn",
  "²": "sup2",
  "³": "sup3",
  "´": "acute",
  µ: "micro",
  "·": "middot",
  º: "ordm",
  "»": "raquo",
  "¼": "frac14",
  "½": "frac12",
  "¾": "frac34",
  "¿": "iquest",
  À: "Agrave",
  Á: "Aacute",
  Â: "Acirc",
  Ã: "Atilde",
  Ä: "Auml",
  Å: "Aring",
  Æ: "AElig",
  Ç: "Ccedil",
  È: "Egrave",
  É: "Eacute",
  Ê: "Ecirc",
  Ë: "Euml",
  Ì: "Igrave",
  Í: "Iacute",
  Î: "Icirc",
  Ï: "Iuml",
  Ð: "ETH",
  Ñ: "Ntilde",
  Ò: "Ograve",
  Ó: "Oacute",
  Ô: "Ocirc",
  Õ: "Otilde",
  Ö: "Ouml",
  "×": "times",
  Ø: "Oslash",
  Ù: "Ugrave",
  Ú: "Uacute",
  Û: "Ucirc",
  Ü: "Uuml",
  Ý: "Yacute",
  Þ: "THORN",
  ß: "szlig",
  à: "agrave",
  á: "aacute",
  â: "acirc",
  ã: "atilde",
  ä: "auml",
  å: "aring",
  æ: "aelig",
  ç: "ccedil",
  è: "egrave",
  é: "eacute",
  ê: "ecirc",
  ë: "euml",
  ì: "igrave",
  í: "iacute",
  î: "icirc",
  ï: "iuml",
  ð: "eth",
  ñ: "ntilde",
  ò: "ograve",
  ó: "oacute",
  ô: "ocirc",
  õ: "otilde",
  ö: "ouml",
  "÷": "divide",
  ø: "oslash",
  ù: "ugrave",
  ú: "uacute",
  û: "ucirc",
  ü: "uuml",
  ý: "yacute",
  þ: "thorn",
  ÿ: "yuml",
  Œ: "OElig",
  œ: "oelig",
  Š: "Scaron",
  š: "scaron",
  Ÿ: "Yuml",
  "–": "ndash",
  "—": "mdash",
  "‘": "lsquo",
  "’": "rsquo",
  "‚": "sbquo",
  "“": "ldquo",
  "”": "rdquo",
  "„": "bdquo",
  "•": "bull",
  "…": "hellip",
  "‹": "lsaquo",
  "›": "rsaquo",
  "€": "euro",
  "™": "trade",
  "\u200e": "lrm",
  "\u200f": "rlm",
};

const entities: Spelling = (character) => {
  const codePoint = character.codePointAt(0) ?? 0;
  const numbers = [
    `&#${codePoint};`,
    ...bothCases(hex(codePoint, 1)).flatMap((digits) => [`&#x${digits};`, `&#x${digits.padStart(4, "0")};`]),
  ];
  const name = NAMED[character];
  const breaks = character === "\n" ? ["<br>", "<br/>", "<br />", "&#10;"] : [];
  const surrogates =
    character.length === 2 ? [`&#${character.charCodeAt(0)};&#${character.charCodeAt(1)};`] : [];
  return [
    ...(name === undefined ? [] : [`&${name};`]),
    `&#0${codePoint};`,
    ...numbers,
    ...breaks,
    ...surrogates,
  ];
};

const percent = (octets: Uint8Array): readonly string[] => {
  const upper = [...octets].map((octet) => `%${hex(octet, 2).toUpperCase()}`).join("");
  return [upper, upper.toLowerCase()];
};

const percentEncoded: Spelling = (character) => {
  const latin1 = pageNamed("windows-1252").encode(character);
  return [
    ...(character === " " ? ["+"] : []),
    ...percent(encodeUtf8(character)),
    ...(latin1 === null ? [] : percent(latin1)),
  ];
};

const SHORT: Readonly<Record<string, string>> = {
  "\n": "n",
  "\r": "r",
  "\t": "t",
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
};

const backslashed: Spelling = (character) => {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  const short = SHORT[character];
  return [
    ...(short === undefined ? [] : [`\\${short}`]),
    ...bothCases(units.map((unit) => hex(unit, 4)).join("\\u")).map(
      (digits) => `\\u${digits.replaceAll("\\U", "\\u")}`,
    ),
    ...(units.length === 1 && (units[0] ?? 0) < 0x100
      ? bothCases(hex(units[0] ?? 0, 2)).map((digits) => `\\x${digits}`)
      : []),
    ...bothCases(hex(character.codePointAt(0) ?? 0, 1)).map((digits) => `\\u{${digits}}`),
    [...encodeUtf8(character)].map((octet) => `\\x${hex(octet, 2)}`).join(""),
  ];
};

const quotedPrintable: Spelling = (character) => [
  [...encodeUtf8(character)].map((octet) => `=${hex(octet, 2).toUpperCase()}`).join(""),
  `=${hex(character.charCodeAt(0), 2).toUpperCase()}`,
];

const doubled: Spelling = (character) => (character === "'" ? ["''"] : character === '"' ? ['""'] : []);

const BY_NAME = new Map(Object.entries(NAMED).map(([character, name]) => [name, character] as const));

function readEntity(escaped: string): string | null {
  if (escaped.startsWith("<")) return "\n";
  const [, mark = "", value = ""] = /^&(#x|#)?([a-z0-9]+);$/i.exec(escaped) ?? [];
  if (mark === "") return BY_NAME.get(value) ?? null;
  const codePoint = Number.parseInt(value, mark === "#" ? 10 : 16);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}

function readPercent(escaped: string): string | null {
  if (escaped === "+") return " ";
  const octets = (escaped.match(/[0-9a-f]{2}/gi) ?? []).map((digits) => Number.parseInt(digits, 16));
  const text = decodeUtf8(Uint8Array.from(octets));
  return text.includes("\ufffd") ? pageNamed("windows-1252").decode(Uint8Array.from(octets)) : text;
}

const LONG = new Map(Object.entries(SHORT).map(([character, letter]) => [letter, character] as const));

function readBackslash(escaped: string): string | null {
  const digits = /^\\[ux]\{?([0-9a-f]+)\}?$/i.exec(escaped)?.[1];
  if (digits === undefined) return LONG.get(escaped.slice(1)) ?? null;
  const codePoint = Number.parseInt(digits, 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}

/** Every kind of escape that is known, the commonest first. */
export const ESCAPE_FAMILIES: readonly EscapeFamily[] = [
  {
    name: "HTML entities",
    sign: /&#?[a-z0-9]+;|<br ?\/?>/i,
    spell: entities,
    unit: /&#?[a-z0-9]+;|<br ?\/?>/gi,
    read: readEntity,
  },
  {
    name: "HTML entities, twice",
    sign: /&amp;#?[a-z0-9]+;/i,
    spell: (character) => entities(character).map((entity) => entity.replace("&", "&amp;")),
  },
  {
    name: "percent signs of a URL",
    sign: /%[0-9a-f]{2}|\+/i,
    spell: percentEncoded,
    unit: /(?:%[0-9a-f]{2})+|\+/gi,
    read: readPercent,
  },
  {
    name: "percent signs of a URL, twice",
    sign: /%25[0-9a-f]{2}/i,
    spell: (character) => percentEncoded(character).map((octets) => octets.replaceAll("%", "%25")),
  },
  {
    name: "backslashes of a string",
    sign: /\\[nrt"'\\/uxU]/,
    spell: backslashed,
    unit: /\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[nrt"'\\/]/gi,
    read: readBackslash,
  },
  {
    name: "backslashes of a string, twice",
    sign: /\\\\[nrt"'\\/u]/,
    spell: (character) => backslashed(character).map((spelt) => spelt.replaceAll("\\", "\\\\")),
  },
  { name: "quoted-printable", sign: /=[0-9A-F]{2}/, spell: quotedPrintable },
  { name: "doubled quotes", sign: /''|""/, spell: doubled },
];
