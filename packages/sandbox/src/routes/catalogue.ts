import * as code from "./code.ts";
import * as envelope from "./envelope.ts";
import * as journeys from "./journeys.ts";
import * as lettering from "./lettering.ts";
import * as links from "./links.ts";
import * as mixUps from "./mix-ups.ts";
import { clean, type Route, type RouteArgument } from "./route.ts";
import * as segments from "./segments.ts";
import * as changed from "./sender-changed.ts";
import * as replaced from "./sender-replaced.ts";
import * as wording from "./wording.ts";

/** A message that has what a route changes, so that its findings must show. */
export interface Specimen {
  readonly from: string;
  /** `{code}` stands for the test text: six digits. */
  readonly text: string;
  /** The network's key. */
  readonly network: string;
  /** The alphabet that is asked for, where the finding hangs on it. */
  readonly encoding?: "gsm7" | "ucs2";
}

/** A route that can be asked for by name. */
export interface RouteEntry {
  readonly name: string;
  readonly parameters: readonly RouteParameter[];
  readonly make: (...args: never[]) => Route;
  /** Arguments for its specimen. */
  readonly args: readonly RouteArgument[];
  readonly specimen: Specimen;
}

/** A parameter of a route. */
export interface RouteParameter {
  readonly name: string;
  readonly kind: "text" | "number";
  readonly optional: boolean;
}

const PLAIN: Specimen = {
  from: "KiwiPost",
  text: "Your KiwiPost code is {code}. It is valid for 10 minutes.",
  network: "20801",
};
const LONG: Specimen = {
  ...PLAIN,
  text:
    "Dear customer, your parcel from Lisbon waits for you at the counter of our branch in the old town. " +
    "Show the number {code} and a photo document to the clerk; the counter is open on weekdays until seven. " +
    "Parcels that nobody has fetched after ten days go back to whoever sent them, at the cost of the sender, " +
    "unless another day was agreed upon with the branch before that time. Thank you for choosing KiwiPost.",
};
const LINK: Specimen = {
  ...PLAIN,
  text: "Code {code}. Track it at https://kiwipost.example/t/8841?lang=en today.",
};
const ACCENTS: Specimen = { ...PLAIN, text: "Votre code est {code}. Réservé à l'élève, café payé." };
const RUSSIAN: Specimen = { ...PLAIN, text: "Ваш код {code}. Никому его не сообщайте.", network: "25001" };
const SHORT_RUSSIAN: Specimen = { ...RUSSIAN, text: "Ваш код {code}." };
const TYPOGRAPHIC: Specimen = { ...PLAIN, text: "Your “KiwiPost” code – valid today – is {code}…" };

const text = (name: string, optional = false): RouteParameter => ({ name, kind: "text", optional });
const number = (name: string, optional = false): RouteParameter => ({ name, kind: "number", optional });

const entry = (
  name: string,
  make: RouteEntry["make"],
  specimen: Specimen = PLAIN,
  parameters: readonly RouteParameter[] = [],
  args: readonly RouteArgument[] = [],
): RouteEntry => ({ name, make, specimen, parameters, args });

/** Every route there is, by name. */
export const ROUTES: readonly RouteEntry[] = [
  entry("clean", () => clean),

  entry("senderReplaced", replaced.senderReplaced, PLAIN, [text("name")], ["INFO"]),
  entry("senderReplacedByShortCode", replaced.senderReplacedByShortCode, PLAIN, [text("code", true)]),
  entry("senderReplacedByLocalNumber", replaced.senderReplacedByLocalNumber),
  entry("senderReplacedByForeignNumber", replaced.senderReplacedByForeignNumber),
  entry("simFarm", replaced.simFarm),
  entry("senderEmptied", replaced.senderEmptied),
  entry("senderUpperCased", changed.senderUpperCased),
  entry("senderTruncated", changed.senderTruncated, PLAIN, [number("length")], [6]),
  entry("senderPrefixed", changed.senderPrefixed, PLAIN, [text("prefix")], ["AD-"]),
  entry("senderSuffixed", changed.senderSuffixed, PLAIN, [text("suffix")], ["-S"]),
  entry("senderPadded", changed.senderPadded),
  entry("senderSpacesRemoved", changed.senderSpacesRemoved, { ...PLAIN, from: "Kiwi Post" }),
  entry("senderCharactersDropped", changed.senderCharactersDropped, { ...PLAIN, from: "Kiwi&Post" }),
  entry("senderCharactersReplaced", changed.senderCharactersReplaced, { ...PLAIN, from: "Kiwi&Post" }),
  entry("senderTransliterated", changed.senderTransliterated, { ...PLAIN, from: "CaféÑandù" }),
  entry("senderHomoglyphs", changed.senderHomoglyphs, { ...PLAIN, from: "PayPal" }),
  entry("senderMisread", changed.senderMisread, { ...PLAIN, from: "Kiwi_Post" }),
  entry("senderPlusLost", changed.senderPlusLost, { ...PLAIN, from: "+33612345678" }),
  entry("senderMadeNational", changed.senderMadeNational, { ...PLAIN, from: "+33612345678" }),
  entry("senderMistyped", changed.senderMistyped, { ...PLAIN, from: "33612345678" }),

  entry("upperCased", wording.upperCased),
  entry("truncated", wording.truncated, PLAIN, [number("length")], [40]),
  entry("prefixed", wording.prefixed, PLAIN, [text("prefix")], ["[Partner] "]),
  entry("suffixed", wording.suffixed, PLAIN, [text("suffix")], [" Reply STOP to opt out"]),
  entry("inserted", wording.inserted, PLAIN, [text("words")], ["from our partner bank"]),
  entry("wordReplaced", wording.wordReplaced, PLAIN, [text("word"), text("by")], ["valid", "void"]),
  entry("wordRemoved", wording.wordRemoved, LONG, [text("word")], ["weekdays"]),
  entry("wordMasked", wording.wordMasked, LONG, [text("word")], ["Lisbon"]),
  entry("numberChanged", wording.numberChanged),
  entry("templateReplaced", wording.templateReplaced, PLAIN, [text("template", true)]),
  entry(
    "replaced",
    wording.replaced,
    PLAIN,
    [text("text")],
    ["Gagnez un voyage sous les palmiers ce samedi"],
  ),
  entry("emptied", wording.emptied),

  entry("diacriticsStripped", lettering.diacriticsStripped, ACCENTS),
  entry("transliterated", lettering.transliterated, RUSSIAN),
  entry("symbolsSimplified", lettering.symbolsSimplified, TYPOGRAPHIC),
  entry("digitsChanged", lettering.digitsChanged, {
    ...PLAIN,
    text: "رمزك {code} صالح لمدة ١٠ دقائق",
    network: "42001",
  }),
  entry("placeholders", lettering.placeholders, RUSSIAN),
  entry("charactersDropped", lettering.charactersDropped, {
    ...PLAIN,
    text: "Witaj, twój kod {code} jest ważny dziesięć minut.",
  }),
  entry("emojiLost", lettering.emojiLost, { ...PLAIN, text: "Your code is {code} 🎉 enjoy" }),
  entry("emojiChanged", lettering.emojiChanged, { ...PLAIN, text: "Your code is {code} 👍🏽 enjoy" }),
  entry("homoglyphs", lettering.homoglyphs),
  entry("greekCapitalsFolded", lettering.greekCapitalsFolded, {
    ...PLAIN,
    text: "Ο ΚΩΔΙΚΟΣ ΣΑΣ ΕΙΝΑΙ {code}",
    network: "20205",
  }),
  entry("decomposed", lettering.decomposed, ACCENTS),
  entry("blanksNormalised", lettering.blanksNormalised, {
    ...PLAIN,
    text: "Your code:\r\n{code}\u00A0is  new",
  }),
  entry("invisibleAdded", lettering.invisibleAdded),
  entry("invisibleInCode", lettering.invisibleInCode),
  entry("bidiControlsAdded", lettering.bidiControlsAdded),
  entry("joinersLost", lettering.joinersLost, {
    ...PLAIN,
    text: "کد {code} را نمی\u200Cپذیریم",
    network: "42001",
  }),
  entry("lineBreaksFolded", lettering.lineBreaksFolded, { ...PLAIN, text: "Your code:\n{code}\nThank you" }),
  entry("spacesLost", lettering.spacesLost),

  entry("linkShortened", links.linkShortened, LINK, [text("link", true)]),
  entry("linkRedirected", links.linkRedirected, LINK, [text("host", true)]),
  entry("linkTracked", links.linkTracked, LINK, [text("parameter", true)]),
  entry("linkSchemeChanged", links.linkSchemeChanged, LINK),
  entry("linkDefanged", links.linkDefanged, LINK),
  entry("linkRemoved", links.linkRemoved, LINK),

  entry("codeChanged", code.codeChanged),
  entry("codeLost", code.codeLost),
  entry("codeMasked", code.codeMasked),
  entry("codeRegrouped", code.codeRegrouped),

  entry("utf8AsLatin1", mixUps.utf8AsLatin1, ACCENTS),
  entry("latin1AsUtf8", mixUps.latin1AsUtf8, ACCENTS),
  entry("ucs2AsLatin1", mixUps.ucs2AsLatin1, SHORT_RUSSIAN),
  entry("ucs2Swapped", mixUps.ucs2Swapped, SHORT_RUSSIAN),
  entry("gsmAsAscii", mixUps.gsmAsAscii, { ...PLAIN, text: "Pay $5 to a_b@kiwi.example, code {code}" }),
  entry("asciiAsGsm", mixUps.asciiAsGsm, { ...PLAIN, text: "Pay $5 to a_b@kiwi.example, code {code}" }),
  entry("highBitStripped", mixUps.highBitStripped, ACCENTS),
  entry("extensionLost", mixUps.extensionLost, { ...PLAIN, text: "Pay 5 € [ref {code}] {now}" }),
  entry("codePage", mixUps.codePage, RUSSIAN, [text("written", true), text("read", true)]),
  entry("misaligned", mixUps.misaligned),
  entry("escaped", mixUps.escaped, { ...PLAIN, text: 'Fish & "chips" <hot>: code {code}' }),
  entry("hexText", mixUps.hexText, SHORT_RUSSIAN),
  entry("asUcs2", mixUps.asUcs2, { ...PLAIN, encoding: "gsm7" }),

  entry("partLost", segments.partLost, LONG, [number("number")], [2]),
  entry("partsReordered", segments.partsReordered, LONG),
  entry("partDoubled", segments.partDoubled, LONG, [number("number")], [2]),
  entry("partsOutOfOrder", segments.partsOutOfOrder, LONG),
  entry("partRepeated", segments.partRepeated, LONG, [number("number")], [2]),
  entry("partsMarked", segments.partsMarked, LONG),
  entry("headerVisible", segments.headerVisible, LONG),
  entry("shortParts", segments.shortParts, LONG, [number("length")], [67]),

  entry("smscOf", envelope.smscOf, PLAIN, [text("country")], ["IN"]),
  entry("smscHidden", envelope.smscHidden),
  entry("stampedInZone", envelope.stampedInZone, PLAIN, [number("utcOffsetMinutes")], [330]),
  entry("protocolIdentifier", envelope.protocolIdentifier, PLAIN, [number("value")], [65]),
  entry("flash", envelope.flash),

  entry("delayed", journeys.delayed, PLAIN, [number("ms")], [90_000]),
  entry("duplicated", journeys.duplicated, PLAIN, [number("afterMs", true)]),
  entry("dropped", journeys.dropped),
  entry("receiptLies", journeys.receiptLies),
  entry("receiptMissing", journeys.receiptMissing),
];
