import type { Alphabet } from "@smsproof/pdu";

/** Alphabets as people say them. */
export const ALPHABET_WORDS: Readonly<Record<Alphabet, string>> = {
  gsm7: "GSM 7-bit",
  "8bit": "8-bit data",
  ucs2: "UCS2",
  ksc5601: "KS C 5601",
};
