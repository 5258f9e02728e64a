import { gsm7 } from "@smsproof/pdu";
import { asciiOctets, decodeWindows1252, encodeSingleByte, latin1Text, ucs2Octets } from "./octets.ts";
import { onText } from "./on-text.ts";
import { type Route, route } from "./route.ts";

/** UTF-8 octets read as Windows-1252: `é` becomes `Ã©`. */
export const utf8AsLatin1 = (): Route =>
  onText("utf8AsLatin1", [], ["ENC_UTF8_AS_LATIN1"], (text) =>
    decodeWindows1252(new TextEncoder().encode(text)),
  );

/** Latin-1 octets read as UTF-8: what is no ASCII becomes U+FFFD. */
export const latin1AsUtf8 = (): Route =>
  onText("latin1AsUtf8", [], ["ENC_LATIN1_AS_UTF8"], (text) => {
    const octets = encodeSingleByte(text, latin1Text);
    return octets === null ? text : new TextDecoder().decode(octets);
  });

/** UCS2 octets read one by one. */
export const ucs2AsLatin1 = (): Route =>
  onText("ucs2AsLatin1", [], ["ENC_UTF16_AS_8BIT"], (text) => latin1Text(ucs2Octets(text)));

/** UCS2 read with the other byte order. */
export const ucs2Swapped = (): Route =>
  onText("ucs2Swapped", [], ["ENC_UTF16_BYTESWAP"], (text) =>
    // Code unit by code unit: swapped halves of a surrogate pair are no pair any more.
    Array.from({ length: text.length }, (_, i) => {
      const unit = text.charCodeAt(i);
      return String.fromCharCode(((unit & 0xff) << 8) | (unit >> 8));
    }).join(""),
  );

/** GSM septets read as ASCII: `@` becomes NUL, `_` becomes DC1. */
export const gsmAsAscii = (): Route =>
  onText("gsmAsAscii", [], ["ENC_GSM7_AS_ASCII"], (text) => {
    const septets = gsm7.encode(text);
    return septets === null ? text : latin1Text(septets);
  });

/** ASCII octets read as GSM septets: `@` becomes `¡`, `_` becomes `§`. */
export const asciiAsGsm = (): Route =>
  onText("asciiAsGsm", [], ["ENC_ASCII_AS_GSM7"], (text) => {
    const octets = asciiOctets(text);
    return octets === null ? text : gsm7.decode(octets);
  });

/** Latin-1 octets without their eighth bit: `é` becomes `i`. */
export const highBitStripped = (): Route =>
  onText("highBitStripped", [], ["ENC_HIGH_BIT_STRIPPED"], (text) => {
    const octets = encodeSingleByte(text, latin1Text);
    return octets === null ? text : latin1Text(octets.map((octet) => octet & 0x7f));
  });

/** The escape in front of characters of the extension table is lost: `€` becomes `e`. */
export const extensionLost = (): Route =>
  onText("extensionLost", [], ["ENC_EXT_TABLE_LOST"], (text) => {
    const septets = gsm7.encode(text);
    return septets === null ? text : gsm7.decode(septets.filter((septet) => septet !== 0x1b));
  });

/** One legacy code page read as another: `windows-1251` as `windows-1252`. Throws a RangeError for no such page. */
export function codePage(written = "windows-1251", read = "windows-1252"): Route {
  const writer = decoderOf(written);
  const reader = decoderOf(read);
  return onText("codePage", [written, read], ["ENC_CODEPAGE"], (text) => {
    const octets = encodeSingleByte(text, writer);
    return octets === null ? text : reader(octets);
  });
}

function decoderOf(label: string): (octets: Uint8Array) => string {
  // Node's own windows-1252 is Latin-1 (nodejs/node 56542).
  if (label === "windows-1252") return decodeWindows1252;
  const decoder = new TextDecoder(label);
  return (octets) => decoder.decode(octets);
}

/** Septets unpacked from the wrong bit: the fill bits behind a header were not reckoned with. */
export const misaligned = (): Route =>
  onText("misaligned", [], ["ENC_SEPTET_MISALIGNED"], (text) => {
    const septets = gsm7.encode(text);
    return septets === null ? text : gsm7.decode(gsm7.unpack(gsm7.pack(septets, 1), septets.length));
  });

/** HTML escapes that nobody undid. */
export const escaped = (): Route =>
  onText("escaped", [], ["ENC_ESCAPED"], (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  );

/** The octets of the text as a hex dump. */
export const hexText = (): Route =>
  onText("hexText", [], ["ENC_HEX_TEXT"], (text) =>
    Array.from(ucs2Octets(text), (octet) => octet.toString(16).padStart(2, "0").toUpperCase()).join(""),
  );

/** A text that GSM 7-bit could carry goes as UCS2. */
export const asUcs2 = (): Route =>
  route("asUcs2", [], ["ROUTE_ENCODING_CHANGED"], {
    message: (message) => (message.text === null ? message : { ...message, alphabet: "ucs2" }),
  });
