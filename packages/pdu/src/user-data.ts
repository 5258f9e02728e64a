import type { CharsetDecoder } from "./charset-decoder.ts";
import type { DataCoding } from "./data-coding.ts";
import { alphabetOf, DEFAULT_ALPHABET } from "./gsm7/alphabet.ts";
import { unpack } from "./gsm7/septets.ts";
import { decodeSeptets } from "./gsm7/text.ts";
import { octetAt, toHex } from "./octets.ts";
import { diagnose, diagnoseLost, octetCount, type Reading, record, takeOctet } from "./reading.ts";
import { diagnoseSeptet, hasBitsFrom } from "./septet-diagnostics.ts";
import { decodeUcs2, loneSurrogate } from "./ucs2.ts";
import {
  type Concatenation,
  type NationalLanguage,
  NO_HEADER,
  type Ports,
  type ReadHeader,
  readHeader,
  type UserDataHeader,
} from "./user-data-header.ts";

/** The most user data there is: 140 octets, or 160 septets in them (3GPP TS 23.040, 9.2.3.16). */
const MAX_OCTETS = 140;
const MAX_SEPTETS = 160;

/** TP-UDL and TP-UD, read. */
export interface UserData {
  readonly userDataLength: number;
  readonly userDataHeader: UserDataHeader | null;
  readonly concatenation: Concatenation | null;
  readonly ports: Ports | null;
  readonly nationalLanguage: NationalLanguage | null;
  readonly text: string | null;
  readonly data: string | null;
}

/** What the trace keeps of TP-UD behind the header. */
export interface TracedUserData {
  readonly coding: DataCoding;
  readonly nationalLanguage: NationalLanguage | null;
  /** Zero bits in front of the first septet. */
  readonly fillBits: number;
  /** Septets of text, 0 unless it is GSM 7-bit. */
  readonly septets: number;
  readonly littleEndian: boolean;
  readonly text: string | null;
}

/** Whether TP-UDL counts septets. */
export function countsSeptets(coding: DataCoding): boolean {
  return coding.alphabet === "gsm7" && !coding.compressed;
}

/**
 * Reads TP-UDL and TP-UD (3GPP TS 23.040, 9.2.3.16 and 9.2.3.24). Cut data gives what is there and a diagnostic.
 * Throws `CUT` only when TP-UDL itself is missing.
 */
export function readUserData(
  reading: Reading,
  coding: DataCoding,
  headerIndicated: boolean,
  charset: CharsetDecoder | undefined,
): UserData {
  const userDataLength = takeOctet(reading, "TP-UDL", "TP-UDL", coding);
  const inSeptets = countsSeptets(coding);
  const wanted = inSeptets ? Math.ceil((userDataLength * 7) / 8) : userDataLength;
  const end = Math.min(reading.position + wanted, reading.octets.length);
  const says = `TP-UDL says ${userDataLength} ${inSeptets ? "septets" : "octets"}`;
  if (userDataLength > (inSeptets ? MAX_SEPTETS : MAX_OCTETS))
    diagnose(
      reading,
      "USER_DATA_TOO_LONG",
      "TP-UDL",
      reading.position - 1,
      1,
      `${says}; the most is ${inSeptets ? MAX_SEPTETS : MAX_OCTETS}.`,
    );
  if (end < reading.position + wanted)
    diagnose(
      reading,
      "USER_DATA_CUT",
      "TP-UD",
      end,
      0,
      `${says} (${wanted} octets), but ${octetCount(end - reading.position)} there.`,
    );

  const start = reading.position;
  const header = headerIndicated ? takeHeader(reading, end) : NO_HEADER;
  const content =
    header === null
      ? { text: null, data: toHex(reading.octets, start, end) }
      : readContent(reading, { coding, header, start, end, userDataLength, charset });
  const { header: userDataHeader, concatenation, ports, nationalLanguage } = header ?? NO_HEADER;
  return { userDataLength, userDataHeader, concatenation, ports, nationalLanguage, ...content };
}

/** The header at the start of the user data; null when it claims more octets than there are. */
function takeHeader(reading: Reading, end: number): ReadHeader | null {
  const available = end - reading.position;
  const length = available > 0 ? octetAt(reading.octets, reading.position) : 0;
  if (1 + length > available) {
    const says =
      available === 0
        ? "A header is announced, but there is no user data"
        : `TP-UDHL says ${length} octets, but ${octetCount(available - 1)} there`;
    diagnose(
      reading,
      "HEADER_TOO_LONG",
      "TP-UDH",
      reading.position,
      Math.min(1, available),
      `${says}: the header is ignored.`,
    );
    if (available > 0) record(reading, "TP-UDH", available, null);
    reading.position = end;
    return null;
  }
  takeOctet(reading, "TP-UDHL", "TP-UDH");
  return readHeader(reading, length);
}

interface Content {
  readonly coding: DataCoding;
  readonly header: ReadHeader;
  /** Where TP-UD begins, its header included. */
  readonly start: number;
  readonly end: number;
  readonly userDataLength: number;
  readonly charset: CharsetDecoder | undefined;
}

function readContent(reading: Reading, content: Content): Pick<UserData, "text" | "data"> {
  const { coding, end, header } = content;
  const offset = reading.position;
  const octets = reading.octets.subarray(offset, end);
  const note = (text: string | null, rest: Partial<TracedUserData> = {}): void => {
    const traced: TracedUserData = {
      coding,
      nationalLanguage: header.nationalLanguage,
      fillBits: 0,
      septets: 0,
      littleEndian: false,
      text,
      ...rest,
    };
    if (octets.length > 0) record(reading, "TP-UD", octets.length, traced);
    reading.position = end;
  };
  if (coding.compressed) {
    diagnose(
      reading,
      "COMPRESSED_DATA",
      "TP-UD",
      offset,
      octets.length,
      "The user data is compressed (3GPP TS 23.042): kept as octets.",
    );
    note(null);
    return { text: null, data: toHex(octets) };
  }
  if (coding.alphabet === "gsm7") {
    const { text, fillBits, septets } = readSeptets(reading, octets, content);
    note(text, { fillBits, septets });
    return { text, data: null };
  }
  if (coding.alphabet === "ucs2") {
    const littleEndian = octets.length > 1 && octetAt(octets, 0) === 0xff && octetAt(octets, 1) === 0xfe;
    const text = readUcs2(reading, octets, littleEndian);
    note(text, { littleEndian });
    return { text, data: null };
  }
  const text = content.charset?.(octets, coding.alphabet) ?? null;
  if (text === null && coding.alphabet === "ksc5601")
    diagnose(
      reading,
      "CHARSET_NEEDED",
      "TP-UD",
      offset,
      octets.length,
      "KS C 5601 text needs a charset decoder: kept as octets.",
    );
  note(text);
  return { text, data: toHex(octets) };
}

interface Septets {
  readonly text: string;
  readonly fillBits: number;
  readonly septets: number;
}

/** GSM 7-bit text begins on a septet border counted from the start of TP-UD, so a header leaves fill bits. */
function readSeptets(
  reading: Reading,
  octets: Uint8Array,
  { header, start, userDataLength, coding }: Content,
): Septets {
  const offset = reading.position;
  const headerBits = 8 * (offset - start);
  const headerSeptets = Math.ceil(headerBits / 7);
  const fillBits = 7 * headerSeptets - headerBits;
  const count = Math.max(0, userDataLength - headerSeptets);
  if (userDataLength < headerSeptets)
    diagnose(
      reading,
      "USER_DATA_LENGTH_SHORT",
      "TP-UDL",
      start - 1,
      1,
      `TP-UDL says ${userDataLength} septets, but the header alone takes ${headerSeptets}.`,
    );
  const septets = unpack(octets, count, fillBits);
  const tables = header.nationalLanguage;
  const text = decodeSeptets(
    septets,
    tables === null ? DEFAULT_ALPHABET : alphabetOf(tables),
    (oddity, index) => diagnoseSeptet(reading, "TP-UD", oddity, offset + ((fillBits + 7 * index) >> 3)),
  );
  const fillSet = octets.length > 0 && (octetAt(octets, 0) & ((1 << fillBits) - 1)) !== 0;
  const whole = septets.length === count;
  if (fillSet || (whole && hasBitsFrom(octets, fillBits + 7 * count)))
    diagnose(
      reading,
      "PADDING_NOT_ZERO",
      "TP-UD",
      fillSet ? offset : offset + octets.length - 1,
      1,
      "Bits that belong to no character are not 0.",
    );
  return { text, fillBits: coding.compressed ? 0 : fillBits, septets: septets.length };
}

function readUcs2(reading: Reading, octets: Uint8Array, littleEndian: boolean): string {
  const offset = reading.position;
  if (littleEndian)
    diagnose(
      reading,
      "UCS2_LITTLE_ENDIAN",
      "TP-UD",
      offset,
      2,
      "The byte order mark FF FE says little-endian: read so.",
    );
  if (octets.length % 2 !== 0)
    diagnoseLost(
      reading,
      "UCS2_ODD_LENGTH",
      "TP-UD",
      offset + octets.length - 1,
      1,
      "UCS-2 text has an odd number of octets: the last one is left out.",
    );
  const text = decodeUcs2(octets, littleEndian);
  const lone = loneSurrogate(text);
  if (lone >= 0)
    diagnose(
      reading,
      "LONE_SURROGATE",
      "TP-UD",
      offset + 2 * lone,
      2,
      "Half of a surrogate pair stands alone.",
    );
  return littleEndian ? text.slice(1) : text;
}
