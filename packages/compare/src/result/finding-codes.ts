import type { Level, Severity } from "./verdict.ts";

/** What a finding speaks of. Only `sender` and `content` have a verdict. */
export type Dimension = "sender" | "content" | "route" | "delivery" | "evidence";

export interface CodeEntry {
  readonly dimension: Dimension;
  /** The verdict this finding alone would give; route, delivery and evidence have none. */
  readonly level: Level | null;
  readonly severity: Severity;
  readonly meaning: string;
}

// biome-ignore format: one line per code, read as a table.
const CODES = {
  SENDER_NUMBER_FORMAT: ["sender", "EQUIVALENT", "info", "same E.164 number, other notation (+, 00, separators, TON)"],
  SENDER_NATIONAL_FORMAT: ["sender", "EQUIVALENT", "info", "same subscriber number in the destination country's national form"],
  SENDER_TRIMMED: ["sender", "EQUIVALENT", "info", "only leading/trailing blanks or padding differ"],
  SENDER_CASE_CHANGED: ["sender", "ALTERED", "low", "same letters, other case"],
  SENDER_SPACING_CHANGED: ["sender", "ALTERED", "low", "inner blanks removed or added"],
  SENDER_CHARS_DROPPED: ["sender", "ALTERED", "low", "non-blank characters left out, rest intact and in order, not a pure cut at the end"],
  SENDER_CHARS_SUBSTITUTED: ["sender", "ALTERED", "low", "single characters swapped for others, length kept, not explained by an encoding or transliteration model"],
  SENDER_TRANSLITERATED: ["sender", "ALTERED", "low", "letters romanised or accents removed"],
  SENDER_TRUNCATED: ["sender", "ALTERED", "medium", "delivered is a proper prefix of sent (after other explained changes)"],
  SENDER_PREFIX_ADDED: ["sender", "ALTERED", "low", "sent survives whole, something put in front (AD-, VM-, 009)"],
  SENDER_SUFFIX_ADDED: ["sender", "ALTERED", "low", "sent survives whole, something put behind (-AD, -S)"],
  SENDER_HOMOGLYPH: ["sender", "ALTERED", "high", "looks the same, other code points (TR39 skeleton equal)"],
  SENDER_ENCODING_ERROR: ["sender", "ALTERED", "medium", "exactly explained by a character-set mix-up"],
  SENDER_REPLACED_GENERIC: ["sender", "REPLACED", "high", "another name, from the list of generic names (INFO, SMS, Verify, NOTICE ...)"],
  SENDER_REPLACED_ALPHA: ["sender", "REPLACED", "high", "another, not generic, alphanumeric name"],
  SENDER_REPLACED_WARNING_LABEL: ["sender", "REPLACED", "high", "a regulator's warning label (Likely-SCAM, Unverified)"],
  SENDER_REPLACED_LONGCODE_LOCAL: ["sender", "REPLACED", "high", "another full number of the destination country (also local A2P access codes longer than 8 digits)"],
  SENDER_REPLACED_LONGCODE_FOREIGN: ["sender", "REPLACED", "high", "another full number of another country"],
  SENDER_REPLACED_SHORTCODE: ["sender", "REPLACED", "medium", "another sender of 3-8 digits that is not an E.164 number"],
  SENDER_EMPTY: ["sender", "MISSING", "high", "delivered sender reported as empty"],

  CONTENT_UNICODE_NORMALIZED: ["content", "EQUIVALENT", "info", "canonically equivalent (NFC = NFC)"],
  CONTENT_WHITESPACE_NORMALIZED: ["content", "EQUIVALENT", "info", "line-ending style, no-break or other Unicode blanks, blank runs, edge blanks"],
  CONTENT_INVISIBLE_CHANGED: ["content", "EQUIVALENT", "info", "BOM, ZWSP, soft hyphen, VS15/16, LRM/RLM/ALM added or lost outside codes and URLs"],
  CONTENT_LOOKALIKE_FOLD: ["content", "EQUIVALENT", "info", "GSM 03.38's own fold of Greek capitals to identical Latin capitals"],
  CONTENT_LINEBREAKS_FOLDED: ["content", "ALTERED", "low", "line break turned into a blank (words still apart)"],
  CONTENT_SPACES_LOST: ["content", "ALTERED", "medium", "a blank or break between words vanished, words run together"],
  CONTENT_CASE_CHANGED: ["content", "ALTERED", "low", "same letters, other case"],
  CONTENT_SYMBOLS_SIMPLIFIED: ["content", "ALTERED", "low", "punctuation or symbols put in ASCII/GSM form (smart encoding): curly quotes, dashes, ellipsis, (tm), EUR"],
  CONTENT_DIACRITICS_STRIPPED: ["content", "ALTERED", "low", "letters lost their marks (also ae/oe/ue, ss)"],
  CONTENT_SCRIPT_TRANSLITERATED: ["content", "ALTERED", "medium", "another script romanised"],
  CONTENT_DIGITS_SCRIPT_CHANGED: ["content", "ALTERED", "low", "digits of another script, same values"],
  CONTENT_PLACEHOLDER_CHARS: ["content", "ALTERED", "medium", "non-emoji characters shown as ?, box, U+FFFD or similar stand-in, one per lost character, unrelated to a byte-level model"],
  CONTENT_CHARS_DROPPED: ["content", "ALTERED", "medium", "non-emoji characters vanished"],
  CONTENT_EMOJI_LOST: ["content", "ALTERED", "low", "emoji vanished or became a stand-in"],
  CONTENT_EMOJI_CHANGED: ["content", "ALTERED", "low", "emoji became another emoji (skin tone lost, family split, lone half lost)"],
  CONTENT_HOMOGLYPHS: ["content", "ALTERED", "high", "look-alike letters of another script swapped in (filter evasion)"],
  CONTENT_BIDI_CONTROLS_ADDED: ["content", "ALTERED", "high", "bidi embedding/override/isolate controls added"],
  CONTENT_INVISIBLE_IN_ENTITY: ["content", "ALTERED", "high", "invisible character put inside a code or URL"],
  CONTENT_WORDS_SUBSTITUTED: ["content", "ALTERED", "high", "some words swapped, most of the text kept"],
  CONTENT_NUMBER_CHANGED: ["content", "ALTERED", "critical", "digits that are not the code (amount, date, phone number, reference) have another value"],
  CONTENT_JOINER_CHANGED: ["content", "ALTERED", "low", "ZWJ/ZWNJ lost or added where it changes the letter shapes (Indic, Persian); emoji sequences go to CONTENT_EMOJI_CHANGED"],
  CONTENT_WORDS_REMOVED: ["content", "ALTERED", "high", "some words (not a code or URL, not a tail cut, not a whole segment) vanished"],
  CONTENT_WORDS_MASKED: ["content", "ALTERED", "medium", "words starred or blanked out"],
  ENC_UTF8_AS_LATIN1: ["content", "ALTERED", "high", "UTF-8 octets read as ISO-8859-1 / windows-1252"],
  ENC_LATIN1_AS_UTF8: ["content", "ALTERED", "high", "Latin-1 octets read as UTF-8 (U+FFFD)"],
  ENC_UTF16_AS_8BIT: ["content", "ALTERED", "high", "UCS-2 octets read one by one (as GSM, ASCII or Latin-1)"],
  ENC_UTF16_BYTESWAP: ["content", "ALTERED", "high", "UCS-2 read with the other byte order"],
  ENC_GSM7_AS_ASCII: ["content", "ALTERED", "high", "GSM code values read as ASCII/Latin-1 (@ becomes NUL, $ becomes STX, _ becomes DC1)"],
  ENC_ASCII_AS_GSM7: ["content", "ALTERED", "high", "ASCII code values read as GSM (@ becomes inverted !, $ currency sign, _ section sign, [ A-umlaut)"],
  ENC_HIGH_BIT_STRIPPED: ["content", "ALTERED", "high", "8-bit characters lost bit 8 (e-acute becomes i, pound becomes #)"],
  ENC_EXT_TABLE_LOST: ["content", "ALTERED", "medium", "escape of the GSM extension table lost (euro becomes e, [ becomes <, { becomes ()"],
  ENC_CODEPAGE: ["content", "ALTERED", "high", "one legacy code page read as another (1251 as 1252, 8859-7 as 8859-1), or UTF-8 read as GBK/EUC-KR"],
  ENC_SEPTET_MISALIGNED: ["content", "ALTERED", "high", "7-bit stream unpacked from the wrong bit (UDH fill bits)"],
  ENC_ESCAPED: ["content", "ALTERED", "medium", "HTML, URL or string escapes visible"],
  ENC_HEX_TEXT: ["content", "ALTERED", "high", "hex dump of the octets shown as text"],
  CONTENT_TRUNCATED: ["content", "ALTERED", "high", "the tail is missing, not on a concatenation boundary"],
  CONTENT_SEGMENT_MISSING: ["content", "ALTERED", "high", "a whole concatenation part (first, middle or last) is missing"],
  CONTENT_SEGMENTS_REORDERED: ["content", "ALTERED", "high", "all parts there, wrong order"],
  CONTENT_SEGMENT_DUPLICATED: ["content", "ALTERED", "medium", "a part (or the whole text) appears twice"],
  CONTENT_SEGMENT_MARKERS: ["content", "ALTERED", "low", "(1/2) style part marks put in the text"],
  CONTENT_UDH_VISIBLE: ["content", "ALTERED", "high", "user-data-header octets shown at the start (of a part)"],
  CONTENT_PREFIX_ADDED: ["content", "ALTERED", "medium", "text put in front"],
  CONTENT_SUFFIX_ADDED: ["content", "ALTERED", "medium", "text put behind"],
  CONTENT_INSERTED: ["content", "ALTERED", "medium", "text put in the middle"],
  URL_SHORTENED: ["content", "ALTERED", "high", "URL swapped for a shorter one on a shortener or redirect host"],
  URL_DOMAIN_CHANGED: ["content", "ALTERED", "critical", "URL host swapped for another (not a shortener)"],
  URL_PARAM_CHANGED: ["content", "ALTERED", "medium", "same host, query/fragment/path parameter added, removed or changed"],
  URL_SCHEME_CHANGED: ["content", "ALTERED", "medium", "scheme changed, added or dropped"],
  URL_DEFANGED: ["content", "ALTERED", "medium", "URL made not clickable (hxxp, [.], blanks, dot)"],
  URL_REMOVED: ["content", "ALTERED", "high", "URL vanished or was masked"],
  CODE_CHANGED: ["content", "ALTERED", "critical", "OTP / test id has another value"],
  CODE_REMOVED: ["content", "ALTERED", "critical", "OTP / test id vanished"],
  CODE_MASKED: ["content", "ALTERED", "critical", "OTP / test id starred out"],
  CODE_FORMAT_CHANGED: ["content", "ALTERED", "low", "same digits, other grouping"],
  CONTENT_TEMPLATE_REPLACED: ["content", "REPLACED", "high", "wording replaced, the code (or URL) carried over"],
  CONTENT_REPLACED: ["content", "REPLACED", "critical", "unrelated text, nothing carried over"],
  CONTENT_EMPTY: ["content", "MISSING", "critical", "delivered text reported as empty"],

  ROUTE_SMSC_FOREIGN: ["route", null, "medium", "SMSC number belongs to another country than the destination network"],
  ROUTE_SMSC_ABSENT: ["route", null, "low", "no SMSC address in the PDU"],
  ROUTE_SIM_FARM_SUSPECTED: ["route", null, "high", "alphanumeric sender became an ordinary mobile number valid in the destination country where alphanumeric senders work"],
  ROUTE_SCTS_TZ_FOREIGN: ["route", null, "low", "SCTS zone offset never used in the destination country"],
  ROUTE_PID_UNUSUAL: ["route", null, "low", "TP-PID not 0"],
  ROUTE_CLASS_CHANGED: ["route", null, "medium", "message class (flash) set or lost"],
  ROUTE_ENCODING_CHANGED: ["route", null, "info", "delivered alphabet (DCS) differs from the one submitted"],
  ROUTE_CONCAT_CHANGED: ["route", null, "low", "number of parts differs from what the sent text needs"],
  ROUTE_OA_TON_UNUSUAL: ["route", null, "low", "TON does not fit the address (digits sent as alphanumeric, national TON on an international number)"],

  DELIVERY_FAKE_DLR: ["delivery", null, "critical", "supplier DLR says delivered, handset never got it in the TTL"],
  DELIVERY_LATE: ["delivery", null, "medium", "handset receipt later than the limit (default 60 s after submit)"],
  DELIVERY_DUPLICATE: ["delivery", null, "medium", "same text received more than once"],

  EVIDENCE_VENDOR_PDU_MISMATCH: ["evidence", null, "medium", "vendor's text/sender differs from the decoded PDU set"],
  EVIDENCE_PDU_INCOMPLETE: ["evidence", null, "low", "PDU set is cut or lacks parts"],
  EVIDENCE_VENDOR_FLAG_UNEXPLAINED: ["evidence", null, "medium", "vendor says TEXT_OR_SENDER_REPLACED, the comparison finds nothing (or the reverse)"],
} as const;

/** The stable name of a finding. */
export type FindingCode = keyof typeof CODES;

const ENTRIES = Object.entries(CODES).map(
  ([code, [dimension, level, severity, meaning]]): [string, CodeEntry] => [
    code,
    { dimension, level, severity, meaning },
  ],
);

/** The closed list of findings. A code has one dimension and one level, for ever; codes are only added. */
export const FINDING_CODES: Readonly<Record<FindingCode, CodeEntry>> = Object.fromEntries(ENTRIES) as Record<
  FindingCode,
  CodeEntry
>;

/** Dimension, level, severity and meaning of a code. */
export const entryOf = (code: FindingCode): CodeEntry => FINDING_CODES[code];
