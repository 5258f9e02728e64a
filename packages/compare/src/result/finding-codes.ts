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

/** The closed list of findings. A code has one dimension and one level, for ever; codes are only added. */
export const FINDING_CODES = {
  SENDER_NUMBER_FORMAT: {
    dimension: "sender",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "same E.164 number, other notation (+, 00, separators, TON)",
  },
  SENDER_NATIONAL_FORMAT: {
    dimension: "sender",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "same subscriber number in the destination country's national form",
  },
  SENDER_TRIMMED: {
    dimension: "sender",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "only leading/trailing blanks or padding differ",
  },
  SENDER_CASE_CHANGED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "same letters, other case",
  },
  SENDER_SPACING_CHANGED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "inner blanks removed or added",
  },
  SENDER_CHARS_DROPPED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "non-blank characters left out, rest intact and in order, not a pure cut at the end",
  },
  SENDER_CHARS_SUBSTITUTED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning:
      "single characters swapped for others, length kept, not explained by an encoding or transliteration model",
  },
  SENDER_TRANSLITERATED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "letters romanised or accents removed",
  },
  SENDER_TRUNCATED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "medium",
    meaning: "delivered is a proper prefix of sent (after other explained changes)",
  },
  SENDER_PREFIX_ADDED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "sent survives whole, something put in front (AD-, VM-, 009)",
  },
  SENDER_SUFFIX_ADDED: {
    dimension: "sender",
    level: "ALTERED",
    severity: "low",
    meaning: "sent survives whole, something put behind (-AD, -S)",
  },
  SENDER_HOMOGLYPH: {
    dimension: "sender",
    level: "ALTERED",
    severity: "high",
    meaning: "looks the same, other code points (TR39 skeleton equal)",
  },
  SENDER_ENCODING_ERROR: {
    dimension: "sender",
    level: "ALTERED",
    severity: "medium",
    meaning: "exactly explained by a character-set mix-up",
  },
  SENDER_REPLACED_GENERIC: {
    dimension: "sender",
    level: "REPLACED",
    severity: "high",
    meaning: "another name, from the list of generic names (INFO, SMS, Verify, NOTICE ...)",
  },
  SENDER_REPLACED_ALPHA: {
    dimension: "sender",
    level: "REPLACED",
    severity: "high",
    meaning: "another, not generic, alphanumeric name",
  },
  SENDER_REPLACED_WARNING_LABEL: {
    dimension: "sender",
    level: "REPLACED",
    severity: "high",
    meaning: "a regulator's warning label (Likely-SCAM, Unverified)",
  },
  SENDER_REPLACED_LONGCODE_LOCAL: {
    dimension: "sender",
    level: "REPLACED",
    severity: "high",
    meaning:
      "another full number of the destination country (also local A2P access codes longer than 8 digits)",
  },
  SENDER_REPLACED_LONGCODE_FOREIGN: {
    dimension: "sender",
    level: "REPLACED",
    severity: "high",
    meaning: "another full number of another country",
  },
  SENDER_REPLACED_SHORTCODE: {
    dimension: "sender",
    level: "REPLACED",
    severity: "medium",
    meaning: "another sender of 3-8 digits that is not an E.164 number",
  },
  SENDER_EMPTY: {
    dimension: "sender",
    level: "MISSING",
    severity: "high",
    meaning: "delivered sender reported as empty",
  },
  CONTENT_UNICODE_NORMALIZED: {
    dimension: "content",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "canonically equivalent (NFC = NFC)",
  },
  CONTENT_WHITESPACE_NORMALIZED: {
    dimension: "content",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "line-ending style, no-break or other Unicode blanks, blank runs, edge blanks",
  },
  CONTENT_INVISIBLE_CHANGED: {
    dimension: "content",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "BOM, ZWSP, soft hyphen, VS15/16, LRM/RLM/ALM added or lost outside codes and URLs",
  },
  CONTENT_LOOKALIKE_FOLD: {
    dimension: "content",
    level: "EQUIVALENT",
    severity: "info",
    meaning: "GSM 03.38's own fold of Greek capitals to identical Latin capitals",
  },
  CONTENT_LINEBREAKS_FOLDED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "line break turned into a blank (words still apart)",
  },
  CONTENT_SPACES_LOST: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "a blank or break between words vanished, words run together",
  },
  CONTENT_CASE_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "same letters, other case",
  },
  CONTENT_SYMBOLS_SIMPLIFIED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning:
      "punctuation or symbols put in ASCII/GSM form (smart encoding): curly quotes, dashes, ellipsis, (tm), EUR",
  },
  CONTENT_DIACRITICS_STRIPPED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "letters lost their marks (also ae/oe/ue, ss)",
  },
  CONTENT_SCRIPT_TRANSLITERATED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "another script romanised",
  },
  CONTENT_DIGITS_SCRIPT_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "digits of another script, same values",
  },
  CONTENT_PLACEHOLDER_CHARS: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning:
      "non-emoji characters shown as ?, box, U+FFFD or similar stand-in, one per lost character, unrelated to a byte-level model",
  },
  CONTENT_CHARS_DROPPED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "non-emoji characters vanished",
  },
  CONTENT_EMOJI_LOST: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "emoji vanished or became a stand-in",
  },
  CONTENT_EMOJI_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "emoji became another emoji (skin tone lost, family split, lone half lost)",
  },
  CONTENT_HOMOGLYPHS: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "look-alike letters of another script swapped in (filter evasion)",
  },
  CONTENT_BIDI_CONTROLS_ADDED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "bidi embedding/override/isolate controls added",
  },
  CONTENT_INVISIBLE_IN_ENTITY: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "invisible character put inside a code or URL",
  },
  CONTENT_WORDS_SUBSTITUTED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "some words swapped, most of the text kept",
  },
  CONTENT_NUMBER_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "critical",
    meaning: "digits that are not the code (amount, date, phone number, reference) have another value",
  },
  CONTENT_JOINER_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning:
      "ZWJ/ZWNJ lost or added where it changes the letter shapes (Indic, Persian); emoji sequences go to CONTENT_EMOJI_CHANGED",
  },
  CONTENT_WORDS_REMOVED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "some words (not a code or URL, not a tail cut, not a whole segment) vanished",
  },
  CONTENT_WORDS_MASKED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "words starred or blanked out",
  },
  ENC_UTF8_AS_LATIN1: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "UTF-8 octets read as ISO-8859-1 / windows-1252",
  },
  ENC_LATIN1_AS_UTF8: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "Latin-1 octets read as UTF-8 (U+FFFD)",
  },
  ENC_UTF16_AS_8BIT: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "UCS-2 octets read one by one (as GSM, ASCII or Latin-1)",
  },
  ENC_UTF16_BYTESWAP: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "UCS-2 read with the other byte order",
  },
  ENC_GSM7_AS_ASCII: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "GSM code values read as ASCII/Latin-1 (@ becomes NUL, $ becomes STX, _ becomes DC1)",
  },
  ENC_ASCII_AS_GSM7: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning:
      "ASCII code values read as GSM (@ becomes inverted !, $ currency sign, _ section sign, [ A-umlaut)",
  },
  ENC_HIGH_BIT_STRIPPED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "8-bit characters lost bit 8 (e-acute becomes i, pound becomes #)",
  },
  ENC_EXT_TABLE_LOST: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "escape of the GSM extension table lost (euro becomes e, [ becomes <, { becomes ()",
  },
  ENC_CODEPAGE: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning:
      "one legacy code page read as another (1251 as 1252, 8859-7 as 8859-1), or UTF-8 read as GBK/EUC-KR",
  },
  ENC_SEPTET_MISALIGNED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "7-bit stream unpacked from the wrong bit (UDH fill bits)",
  },
  ENC_ESCAPED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "HTML, URL or string escapes visible",
  },
  ENC_HEX_TEXT: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "hex dump of the octets shown as text",
  },
  CONTENT_TRUNCATED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "the tail is missing, not on a concatenation boundary",
  },
  CONTENT_SEGMENT_MISSING: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "a whole concatenation part (first, middle or last) is missing",
  },
  CONTENT_SEGMENTS_REORDERED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "all parts there, wrong order",
  },
  CONTENT_SEGMENT_DUPLICATED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "a part (or the whole text) appears twice",
  },
  CONTENT_SEGMENT_MARKERS: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "(1/2) style part marks put in the text",
  },
  CONTENT_UDH_VISIBLE: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "user-data-header octets shown at the start (of a part)",
  },
  CONTENT_PREFIX_ADDED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "text put in front",
  },
  CONTENT_SUFFIX_ADDED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "text put behind",
  },
  CONTENT_INSERTED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "text put in the middle",
  },
  URL_SHORTENED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "URL swapped for a shorter one on a shortener or redirect host",
  },
  URL_DOMAIN_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "critical",
    meaning: "URL host swapped for another (not a shortener)",
  },
  URL_PARAM_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "same host, query/fragment/path parameter added, removed or changed",
  },
  URL_SCHEME_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "scheme changed, added or dropped",
  },
  URL_DEFANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "medium",
    meaning: "URL made not clickable (hxxp, [.], blanks, dot)",
  },
  URL_REMOVED: {
    dimension: "content",
    level: "ALTERED",
    severity: "high",
    meaning: "URL vanished or was masked",
  },
  CODE_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "critical",
    meaning: "OTP / test id has another value",
  },
  CODE_REMOVED: {
    dimension: "content",
    level: "ALTERED",
    severity: "critical",
    meaning: "OTP / test id vanished",
  },
  CODE_MASKED: {
    dimension: "content",
    level: "ALTERED",
    severity: "critical",
    meaning: "OTP / test id starred out",
  },
  CODE_FORMAT_CHANGED: {
    dimension: "content",
    level: "ALTERED",
    severity: "low",
    meaning: "same digits, other grouping",
  },
  CONTENT_TEMPLATE_REPLACED: {
    dimension: "content",
    level: "REPLACED",
    severity: "high",
    meaning: "wording replaced, the code (or URL) carried over",
  },
  CONTENT_REPLACED: {
    dimension: "content",
    level: "REPLACED",
    severity: "critical",
    meaning: "unrelated text, nothing carried over",
  },
  CONTENT_EMPTY: {
    dimension: "content",
    level: "MISSING",
    severity: "critical",
    meaning: "delivered text reported as empty",
  },
  ROUTE_SMSC_FOREIGN: {
    dimension: "route",
    level: null,
    severity: "medium",
    meaning: "SMSC number belongs to another country than the destination network",
  },
  ROUTE_SMSC_ABSENT: {
    dimension: "route",
    level: null,
    severity: "low",
    meaning: "no SMSC address in the PDU",
  },
  ROUTE_SIM_FARM_SUSPECTED: {
    dimension: "route",
    level: null,
    severity: "high",
    meaning:
      "alphanumeric sender became an ordinary mobile number valid in the destination country where alphanumeric senders work",
  },
  ROUTE_SCTS_TZ_FOREIGN: {
    dimension: "route",
    level: null,
    severity: "low",
    meaning: "SCTS zone offset never used in the destination country",
  },
  ROUTE_PID_UNUSUAL: { dimension: "route", level: null, severity: "low", meaning: "TP-PID not 0" },
  ROUTE_CLASS_CHANGED: {
    dimension: "route",
    level: null,
    severity: "medium",
    meaning: "message class (flash) set or lost",
  },
  ROUTE_ENCODING_CHANGED: {
    dimension: "route",
    level: null,
    severity: "info",
    meaning: "delivered alphabet (DCS) differs from the one submitted",
  },
  ROUTE_CONCAT_CHANGED: {
    dimension: "route",
    level: null,
    severity: "low",
    meaning: "number of parts differs from what the sent text needs",
  },
  ROUTE_OA_TON_UNUSUAL: {
    dimension: "route",
    level: null,
    severity: "low",
    meaning:
      "TON does not fit the address (digits sent as alphanumeric, national TON on an international number)",
  },
  DELIVERY_FAKE_DLR: {
    dimension: "delivery",
    level: null,
    severity: "critical",
    meaning: "supplier DLR says delivered, handset never got it in the TTL",
  },
  DELIVERY_LATE: {
    dimension: "delivery",
    level: null,
    severity: "medium",
    meaning: "handset receipt later than the limit (default 60 s after submit)",
  },
  DELIVERY_DUPLICATE: {
    dimension: "delivery",
    level: null,
    severity: "medium",
    meaning: "same text received more than once",
  },
  EVIDENCE_VENDOR_PDU_MISMATCH: {
    dimension: "evidence",
    level: null,
    severity: "medium",
    meaning: "vendor's text/sender differs from the decoded PDU set",
  },
  EVIDENCE_PDU_INCOMPLETE: {
    dimension: "evidence",
    level: null,
    severity: "low",
    meaning: "PDU set is cut or lacks parts",
  },
  EVIDENCE_VENDOR_FLAG_UNEXPLAINED: {
    dimension: "evidence",
    level: null,
    severity: "medium",
    meaning: "vendor says TEXT_OR_SENDER_REPLACED, the comparison finds nothing (or the reverse)",
  },
} as const;

/** The stable name of a finding. */
export type FindingCode = keyof typeof FINDING_CODES;

const ENTRIES: Readonly<Record<FindingCode, CodeEntry>> = FINDING_CODES;

/** Dimension, level, severity and meaning of a code. */
export const entryOf = (code: FindingCode): CodeEntry => ENTRIES[code];
