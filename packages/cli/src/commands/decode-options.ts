import type { DecodeOptions } from "@smsproof/pdu";
import type { Call, OptionDefinition } from "../command-line/command.ts";
import { UsageError } from "../exit-status.ts";

const SMSC = ["auto", "present", "absent"] as const;

/** The options of every command that decodes PDUs. */
export const DECODE_OPTIONS: Readonly<Record<"smsc" | "strict" | "charset", OptionDefinition>> = {
  smsc: {
    value: "auto|present|absent",
    choices: SMSC,
    about: "whether an SMSC stands in front of the TPDU; by itself, what fits",
  },
  strict: { about: "a diagnostic of severity error makes the PDU an error" },
  charset: {
    value: "NAME",
    about: "the character set of 8-bit data, such as windows-1252; also reads Korean KS C 5601",
  },
};

/** @throws UsageError when the character set is not known. */
export async function decodeOptionsOf({ values, flags }: Call): Promise<DecodeOptions> {
  const { smsc: smscName, charset: charsetName } = values;
  const smsc = SMSC.find((name) => name === smscName);
  return {
    ...(smsc && { smsc }),
    ...(flags.has("strict") && { strict: true }),
    ...(charsetName !== undefined && { charset: await charsetOf(charsetName) }),
  };
}

async function charsetOf(name: string): Promise<DecodeOptions["charset"]> {
  // Loaded when it is asked for: its tables cost more time than decoding a few thousand PDUs.
  const { charsets } = await import("@smsproof/pdu/charsets");
  try {
    return charsets({ eightBit: name });
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--charset: ${error.message}`);
    throw error;
  }
}
