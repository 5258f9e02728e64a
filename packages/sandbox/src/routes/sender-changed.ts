import { gsm7 } from "@smsproof/pdu";
import { letters, MAX_SENDER, type SenderAddress } from "../handset/sender-address.ts";
import { withoutMarks } from "./characters.ts";
import type { RouteContext } from "./message.ts";
import { type FindingCode, type Route, route } from "./route.ts";

/** The sender in capitals. */
export const senderUpperCased = (): Route =>
  renaming("senderUpperCased", [], "SENDER_CASE_CHANGED", (name) => name.toUpperCase());

/** Only the first `length` characters of the sender are left. */
export const senderTruncated = (length: number): Route =>
  renaming("senderTruncated", [length], "SENDER_TRUNCATED", (name) => name.slice(0, length));

/** Something stands in front of the sender: `AD-`, `VM-`. */
export const senderPrefixed = (prefix: string): Route =>
  renaming("senderPrefixed", [prefix], "SENDER_PREFIX_ADDED", (name) => prefix + name);

/** Something stands behind the sender: `-S`, `-AD`. */
export const senderSuffixed = (suffix: string): Route =>
  renaming("senderSuffixed", [suffix], "SENDER_SUFFIX_ADDED", (name) => name + suffix);

/** Blanks stand behind the sender, up to the eleven characters that fit. */
export const senderPadded = (): Route =>
  renaming("senderPadded", [], "SENDER_TRIMMED", (name) => name.padEnd(MAX_SENDER.septets, " "));

/** The blanks within the sender are gone. */
export const senderSpacesRemoved = (): Route =>
  renaming("senderSpacesRemoved", [], "SENDER_SPACING_CHANGED", (name) => name.replaceAll(" ", ""));

/** What is neither letter, digit nor blank is left out of the sender. */
export const senderCharactersDropped = (): Route =>
  renaming("senderCharactersDropped", [], "SENDER_CHARS_DROPPED", (name) =>
    name.replace(/[^\p{L}\p{N} ]/gu, ""),
  );

/** What is neither letter, digit nor blank becomes `-`. */
export const senderCharactersReplaced = (): Route =>
  renaming("senderCharactersReplaced", [], "SENDER_CHARS_SUBSTITUTED", (name) =>
    name.replace(/[^\p{L}\p{N} ]/gu, "-"),
  );

/** The sender's letters without their marks. */
export const senderTransliterated = (): Route =>
  renaming("senderTransliterated", [], "SENDER_TRANSLITERATED", withoutMarks);

/** Letters of the sender that look like others: a capital I for a small l, a zero for a capital O. */
export const senderHomoglyphs = (): Route =>
  renaming("senderHomoglyphs", [], "SENDER_HOMOGLYPH", (name) =>
    name.replaceAll("l", "I").replaceAll("O", "0"),
  );

/** The sender's ASCII octets are read as GSM septets: `_` becomes `§`. */
export const senderMisread = (): Route =>
  renaming("senderMisread", [], "SENDER_ENCODING_ERROR", (name) =>
    gsm7.decode(Uint8Array.from(name, (character) => character.charCodeAt(0) & 0x7f)),
  );

/** An international number loses its `+` and its type. */
export const senderPlusLost = (): Route =>
  readdressing("senderPlusLost", "SENDER_NUMBER_FORMAT", (sender) =>
    sender.ton === "international"
      ? { address: sender.address.replace("+", ""), ton: "unknown", npi: sender.npi }
      : sender,
  );

/** A number of the destination's country is given as it is dialled there. */
export const senderMadeNational = (): Route =>
  readdressing("senderMadeNational", "SENDER_NATIONAL_FORMAT", (sender, { network }) => {
    const code = `+${network?.callingCode}`;
    if (network === null || !sender.address.startsWith(code)) return sender;
    const address = network.trunkPrefix + sender.address.slice(code.length);
    return { address, ton: "national", npi: "isdn" };
  });

/** A number is sent with the type of a name. */
export const senderMistyped = (): Route =>
  readdressing("senderMistyped", "ROUTE_OA_TON_UNUSUAL", (sender) =>
    letters(sender.address.replace("+", "").slice(0, MAX_SENDER.septets)),
  );

function renaming(
  name: string,
  args: readonly (string | number)[],
  cause: FindingCode,
  change: (name: string) => string,
): Route {
  return route(name, args, [cause], {
    message: (message) => {
      const { sender } = message;
      if (sender.ton !== "alphanumeric") return message;
      return { ...message, sender: letters(fitting(change(sender.address))) };
    },
  });
}

// What a network adds has to fit as well: the field has room for eleven septets.
function fitting(name: string): string {
  let kept = "";
  for (const character of name) {
    const septets = gsm7.encode(kept + character);
    if (septets === null || septets.length > MAX_SENDER.septets) break;
    kept += character;
  }
  return kept;
}

function readdressing(
  name: string,
  cause: FindingCode,
  change: (sender: SenderAddress, context: RouteContext) => SenderAddress,
): Route {
  return route(name, [], [cause], {
    message: (message, context) => ({ ...message, sender: change(message.sender, context) }),
  });
}
