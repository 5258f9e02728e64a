import { gsm7, type NumberingPlan, type TypeOfNumber } from "@smsproof/pdu";

/** Who a message is from, as TP-OA will carry it. */
export interface SenderAddress {
  /** With `+` when it is international. */
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
}

/** An address, or why it cannot be one. */
export type ReadSenderAddress =
  | { readonly ok: true; readonly sender: SenderAddress }
  | { readonly ok: false; readonly reason: string };

/** TP-OA holds at most 20 digits, and 11 septets of letters (3GPP TS 23.040, 9.1.2.5). */
export const MAX_SENDER = { digits: 20, septets: 11 } as const;

const TYPES: readonly TypeOfNumber[] = [
  "unknown",
  "international",
  "national",
  "network-specific",
  "subscriber",
  "alphanumeric",
  "abbreviated",
  "reserved",
];

const PLANS: Readonly<Record<number, NumberingPlan>> = {
  0: "unknown",
  1: "isdn",
  3: "data",
  4: "telex",
  8: "national",
  9: "private",
  10: "ermes",
};

/**
 * Reads a sender with the numbers that SMPP and 23.040 share for its type. Without a type: `+` means
 * international, digits alone are of unknown type, anything else is alphanumeric.
 */
export function readSenderAddress(from: string, ton?: number, npi?: number): ReadSenderAddress {
  const type = ton === undefined ? guessType(from) : TYPES[ton];
  if (type === undefined) return refused(`the type of number must be 0 to 7, not ${ton}`);
  if (type === "alphanumeric") return readLetters(from);
  const digits = from.replace(/^\+/, "");
  if (!/^[0-9*#a-c]*$/.test(digits)) return refused("only an alphanumeric sender may hold letters");
  if (digits.length > MAX_SENDER.digits) return refused(`a sender has at most ${MAX_SENDER.digits} digits`);
  const plan = npi === undefined ? "isdn" : PLANS[npi];
  if (plan === undefined) return refused(`there is no numbering plan ${npi}`);
  const address = type === "international" ? `+${digits}` : digits;
  return { ok: true, sender: { address, ton: type, npi: plan } };
}

function guessType(from: string): TypeOfNumber {
  if (/^\+\d+$/.test(from)) return "international";
  return /^\d*$/.test(from) ? "unknown" : "alphanumeric";
}

function readLetters(from: string): ReadSenderAddress {
  const septets = gsm7.encode(from);
  if (septets === null) return refused("an alphanumeric sender holds GSM 7-bit characters only");
  if (septets.length > MAX_SENDER.septets)
    return refused(`a sender has at most ${MAX_SENDER.septets} letters`);
  return { ok: true, sender: letters(from) };
}

const refused = (reason: string): ReadSenderAddress => ({ ok: false, reason });

/** An alphanumeric sender. */
export const letters = (address: string): SenderAddress => ({ address, ton: "alphanumeric", npi: "unknown" });

/** A sender in digits; with `+` it is international. */
export const digits = (address: string): SenderAddress => ({
  address,
  ton: address.startsWith("+") ? "international" : "unknown",
  npi: "isdn",
});
