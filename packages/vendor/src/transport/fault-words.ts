import { parseLosslessJson } from "../json/lossless-json.ts";

/** Neither vendor documents the bodies of its errors: what is read in them are a few words, and never alone. */

const TOKEN_REFUSED =
  /\bbad credentials\b|\b(invalid|expired|missing|bad|wrong|incorrect) (access |bearer |auth\w* )?token\b|(?<!callback[- ]?)\btoken (is |was |has )?(invalid|expired|not valid|missing|incorrect|wrong)\b|\bunauthori[sz]ed\b|\bnot authenticated\b|\bauthentication (failed|required)\b/i;

const NO_CREDITS =
  /\b(purchase|buy|insufficient|not enough|no|out of) (more )?(credits?|balance|funds)\b|\bcredits? (exhausted|exceeded|expired)\b/i;

/** Whether the text says that credentials or a token were refused. */
export function saysTokenRefused(text: string): boolean {
  return TOKEN_REFUSED.test(text);
}

/** Whether the text says that there are no credits left. */
export function saysNoCredits(text: string): boolean {
  return NO_CREDITS.test(text);
}

/** Characters of a plain-text body that count as words. */
const LONGEST_WORDS = 500;

/**
 * The vendor's words in the body of an error, whatever its form: `{name, message, code, status}`, Spring's
 * `{timestamp, status, error, message, path, errors[]}`, a JSON string, plain text. `null` for HTML and for nothing.
 */
export function faultMessage(text: string): string | null {
  let body: unknown;
  try {
    body = parseLosslessJson(text);
  } catch {
    const plain = text.trim();
    return plain === "" || plain.startsWith("<") || plain.startsWith("{")
      ? null
      : plain.slice(0, LONGEST_WORDS);
  }
  if (typeof body !== "object" || body === null) return typeof body === "string" ? body : null;
  const { message, error, name, errors } = body as Readonly<Record<string, unknown>>;
  const main = [message, error, name].find((word) => typeof word === "string" && word !== "");
  const places = Array.isArray(errors) ? errors.slice(0, 5).flatMap(placeOf) : [];
  const parts = [...(typeof main === "string" ? [main] : []), ...places];
  return parts.length === 0 ? null : parts.join("; ");
}

/** `{field, defaultMessage, ...}` -> `destinationNetworks[0].mnc: size must be ...`. */
function placeOf(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const { field, defaultMessage } = part as Readonly<Record<string, unknown>>;
  return typeof field === "string" && typeof defaultMessage === "string"
    ? [`${field}: ${defaultMessage}`]
    : [];
}
