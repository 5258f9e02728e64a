import { isPduError, type PduError } from "@smsproof/pdu";
import { type DissectionNode, dissect } from "@smsproof/pdu/dissect";
import { decodingOptions } from "../decode/decoding-options.ts";

/** As much of a PDU as can be laid out. */
export interface PartialDissection {
  /** Null when not even one octet can be read. */
  readonly root: DissectionNode | null;
  /** The octets that `root` covers, two hexadecimal digits each. */
  readonly octets: readonly string[];
  /** What stands behind them and is no octet: half an octet, a letter and all that follows. */
  readonly rest: string;
}

/** Dissects a PDU; where a character is not hexadecimal, the octets in front of it. */
export function dissectAsFarAsPossible(input: string): PartialDissection {
  const digits = input.replace(/\s+/g, "");
  const whole = tryDissect(digits);
  if (!isPduError(whole)) return { root: whole, octets: octetsOf(digits), rest: "" };
  const valid = /^(?:[0-9A-Fa-f]{2})*/.exec(digits)?.[0] ?? "";
  const front = valid === "" || whole.code !== "NOT_HEX" ? whole : tryDissect(valid);
  if (isPduError(front)) return { root: null, octets: [], rest: digits };
  return { root: front, octets: octetsOf(valid), rest: digits.slice(valid.length) };
}

function tryDissect(hex: string): DissectionNode | PduError {
  try {
    return dissect(hex, decodingOptions);
  } catch (error) {
    if (isPduError(error)) return error;
    throw error;
  }
}

function octetsOf(digits: string): readonly string[] {
  return digits.toUpperCase().match(/../g) ?? [];
}
