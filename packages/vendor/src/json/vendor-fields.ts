import { z } from "zod";

/** Fields of vendors' answers, tolerant of the ways in which the same thing is written. */
export interface VendorFields {
  /** A 64-bit id, as a number or a string of digits; always a string of digits. */
  readonly id: z.ZodType<string>;
  /** A text or `null`. Absent, `""` and the four letters `"null"` are `null`; a number becomes its digits. */
  readonly text: z.ZodType<string | null>;
  /** A text that is evidence: kept to the letter, `""` and `"null"` too. Absent is `null`. */
  readonly evidence: z.ZodType<string | null>;
  /** An integer or `null`, also as a string of digits. */
  readonly integer: z.ZodType<number | null>;
  /** Texts; anything else among them is left out. `null` and absent are none. */
  readonly texts: z.ZodType<readonly string[]>;
  /** An object whose unknown keys survive; with `strict` they are refused. */
  readonly object: typeof z.looseObject;
}

const numberAsText = z.number().transform(String);

/**
 * The fields for a client. Without `strict` a value of the wrong type reads as `null` instead of spoiling the record
 * around it (`raw` keeps it); an id must always be one.
 */
export function vendorFields(strict: boolean): VendorFields {
  const lenient = <T>(schema: z.ZodType<T>, fallback: T): z.ZodType<T> =>
    strict ? schema : schema.catch(fallback);
  const evidence = z.preprocess((value) => value ?? null, z.union([z.string(), numberAsText, z.null()]));
  return {
    id: z.union([z.string().regex(/^\d{1,20}$/, "must be digits"), z.int().nonnegative().transform(String)]),
    text: lenient(
      z.preprocess(
        (value) => (value === "null" || value === "" ? null : (value ?? null)),
        z.union([z.string(), numberAsText, z.null()]),
      ),
      null,
    ),
    evidence: lenient(evidence, null),
    integer: lenient(
      z.preprocess(
        (value) =>
          typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : (value ?? null),
        z.union([z.number(), z.null()]),
      ),
      null,
    ),
    texts: z.preprocess(
      (value) =>
        Array.isArray(value) && !strict ? value.filter((part) => typeof part === "string") : (value ?? []),
      strict ? z.array(z.string()) : z.array(z.string()).catch([]),
    ),
    // Both build the same object; only what becomes of unknown keys differs.
    object: strict ? (z.strictObject as unknown as typeof z.looseObject) : z.looseObject,
  };
}
