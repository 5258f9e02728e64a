import { gsm7 } from "@smsproof/pdu";

/** The characters of the 128 septets of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1). */
export const GSM_CHARACTERS: readonly string[] = Array.from({ length: 128 }, (_, septet) =>
  septet === 0x1b ? "\u001b" : gsm7.decode(Uint8Array.of(septet)),
);

const SEPTETS = new Map(GSM_CHARACTERS.map((character, septet) => [character, septet] as const));

/** The septet of a character of the default alphabet. */
export const septetOf = (character: string): number | undefined => SEPTETS.get(character);

/** The septet behind the escape of a character of the extension table, in the default or a national table. */
export function extensionSeptetOf(character: string, language = 0): number | undefined {
  if (SEPTETS.has(character) && language === 0) return undefined;
  const septets = gsm7.encode(character, language === 0 ? null : { single: language });
  return septets?.length === 2 && septets[0] === 0x1b ? septets[1] : undefined;
}
