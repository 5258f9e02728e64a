import type { Random } from "../random/random.ts";

/** The kinds of test id text (API v2.1, "Tests"). */
export const TEST_ID_TEXT_TYPES = ["ALPHA", "ALPHA_NUMERIC", "NUMERIC", "WHATSAPP_CODE"] as const;

/** Its letters' case; only for ALPHA and ALPHA_NUMERIC. */
export const TEST_ID_TEXT_CASES = ["UPPER", "LOWER", "MIXED"] as const;

/** What a request says about the test id text. */
export interface TestIdTextOptions {
  readonly type: (typeof TEST_ID_TEXT_TYPES)[number];
  readonly case: (typeof TEST_ID_TEXT_CASES)[number];
  readonly length: number;
}

/** WHATSAPP_CODE has a fixed length of 7. Its pattern is not documented: `482-913` is an assumption. */
export const WHATSAPP_CODE_LENGTH = 7;

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const LETTERS = { UPPER, LOWER, MIXED: LOWER + UPPER } as const;

/** A new test id text. */
export function testIdText(options: TestIdTextOptions, random: Random): string {
  const letters = LETTERS[options.case];
  switch (options.type) {
    case "WHATSAPP_CODE":
      return `${random.text(DIGITS, 3)}-${random.text(DIGITS, 3)}`;
    case "NUMERIC":
      return random.text(DIGITS, options.length);
    case "ALPHA":
      return random.text(letters, options.length);
    case "ALPHA_NUMERIC":
      return random.text(letters + DIGITS, options.length);
  }
}
