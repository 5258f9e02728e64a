import type { TestTextFormat } from "@smsproof/vendor";

/** What is to be said about a template. */
export type TemplateVerdict =
  | { readonly verdict: "good" }
  /** Taken, though TestSMS's document lists it in one place only. */
  | { readonly verdict: "doubtful"; readonly why: string }
  | { readonly verdict: "wrong"; readonly why: string };

const TEMPLATE = /^\[(?:g-code|code[6-9]?|pass(?:[5-9]|1[0-9]|20)?)\]$/;

/**
 * Judges a `messageIdTemplate`. TestSMS's samples for the API pass exactly one placeholder; its prose about text around
 * placeholders comes from its portal.
 */
export function judgeTemplate(template: string): TemplateVerdict {
  if (template === "[pass5]") {
    return {
      verdict: "doubtful",
      why: "[pass5] is in one of TestSMS's two lists only; the other begins at [pass6]",
    };
  }
  if (TEMPLATE.test(template)) return { verdict: "good" };
  if (template === "[code5]") return { verdict: "wrong", why: "five digits are written [code]" };
  return {
    verdict: "wrong",
    why: "must be one of [g-code], [code], [code6] to [code9], [pass], [pass6] to [pass20]",
  };
}

/** The template for a wished form of test text, or why there is none. */
export function templateFor(
  format: TestTextFormat,
): { readonly template: string } | { readonly why: string } {
  const { characters, length, letterCase } = format;
  if (characters === "letters")
    return { why: "TestSMS makes digits, or letters with digits, but not letters alone" };
  if (letterCase !== undefined && (letterCase !== "lower" || characters === "digits")) {
    return { why: "TestSMS makes lower-case letters only" };
  }
  const word = characters === "digits" ? "code" : "pass";
  const unnumbered = characters === "digits" ? 5 : 8;
  const template = length === undefined || length === unnumbered ? `[${word}]` : `[${word}${length}]`;
  const range = characters === "digits" ? "5 to 9 digits" : "6 to 20 letters and digits";
  return judgeTemplate(template).verdict === "good" ? { template } : { why: `TestSMS makes ${range}` };
}
