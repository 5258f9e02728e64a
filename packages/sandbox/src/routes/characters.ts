/** Letters that decomposition leaves whole although they carry a mark or are two letters. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ı: "i",
};

/** Latin letters without their marks: `é` is `e`, `ß` is `ss`. */
export function withoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[ßæÆœŒøØđĐłŁı]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize("NFC");
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201A": "'",
  "\u201C": '"',
  "\u201D": '"',
  "\u201E": '"',
  "\u00AB": '"',
  "\u00BB": '"',
  "\u2013": "-",
  "\u2014": "-",
  "\u2026": "...",
  "\u2122": "(TM)",
  "\u2022": "*",
};

/** Typographic signs in their plain form. */
export function withPlainSymbols(text: string): string {
  return text.replace(
    /[\u2018\u2019\u201A\u201C-\u201E\u00AB\u00BB\u2013\u2014\u2026\u2122\u2022]/g,
    (sign) => SYMBOLS[sign] ?? sign,
  );
}

// GOST 7.79 system B comes close to what gateways do; the soft and hard signs vanish as they do there.
const CYRILLIC = romanisation(
  "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh " +
    "щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g",
);

// ISO 843, with the letters of one's name where marks would be needed.
const GREEK = romanisation(
  "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
    "ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y",
);

/** Cyrillic and Greek in Latin letters. */
export function romanised(text: string): string {
  let latin = "";
  for (const letter of text) {
    const small = letter.toLowerCase();
    const sound = CYRILLIC.get(small) ?? GREEK.get(small);
    if (sound === undefined) latin += letter;
    else latin += small === letter ? sound : sound.charAt(0).toUpperCase() + sound.slice(1);
  }
  return latin;
}

function romanisation(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(" ");
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) {
    const sound = words[i + 1] ?? "";
    table.set(words[i] ?? "", sound === "-" ? "" : sound);
  }
  return table;
}

/** Greek capitals that look like Latin ones, as GSM 03.38 itself folds them. */
export function withLatinCapitals(text: string): string {
  const greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  const latin = "ABEZHIKMNOPTYX";
  return [...text].map((letter) => latin[greek.indexOf(letter)] ?? letter).join("");
}

/** Small Latin letters swapped for Cyrillic ones of the same look. */
export function withCyrillicLookalikes(text: string): string {
  const latin = "aceopxy";
  const cyrillic = "асеорху";
  return [...text].map((letter) => cyrillic[latin.indexOf(letter)] ?? letter).join("");
}

/** Arabic-Indic, Persian and Devanagari digits as ASCII ones. */
export function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code >= 0x0966 ? 0x0966 : code >= 0x06f0 ? 0x06f0 : 0x0660)) % 10);
  });
}
