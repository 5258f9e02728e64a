import { asciiAsGsm7 } from "./ascii-as-gsm7.ts";
import { caseOfAll } from "./case-of-all.ts";
import { codePage } from "./code-page.ts";
import { escaped } from "./escaped.ts";
import { extensionTableLost } from "./extension-table-lost.ts";
import { gsm7AsAscii } from "./gsm7-as-ascii.ts";
import { hexText } from "./hex-text.ts";
import { highBitStripped } from "./high-bit-stripped.ts";
import { latin1AsUtf8 } from "./latin1-as-utf8.ts";
import { partMarks } from "./part-marks.ts";
import { partSequence } from "./part-sequence.ts";
import { septetsMisaligned } from "./septets-misaligned.ts";
import type { TextModel } from "./text-model.ts";
import { unencodableLeftOut } from "./unencodable-left-out.ts";
import { utf8AsLatin1 } from "./utf8-as-latin1.ts";
import { utf16AsOctets } from "./utf16-as-octets.ts";
import { utf16Byteswap } from "./utf16-byteswap.ts";

/** Every model that changes a text as a whole, cheapest first. A new one is a file, a line here, and its cases. */
export const TEXT_MODELS: readonly TextModel[] = [
  latin1AsUtf8,
  escaped,
  partSequence,
  partMarks,
  caseOfAll,
  unencodableLeftOut,
  utf8AsLatin1,
  utf16AsOctets,
  utf16Byteswap,
  gsm7AsAscii,
  asciiAsGsm7,
  hexText,
  extensionTableLost,
  highBitStripped,
  codePage,
  septetsMisaligned,
];
