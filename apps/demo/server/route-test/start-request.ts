import { z } from "zod";
import type { StartRequest } from "../../src/route-test/campaign-wire.ts";
import { isGsmSender } from "./sender-form.ts";

/** How many tests one campaign of the page may have. */
export const MOST_TESTS = 24;

/** The longest text, `{testText}` included: a dozen parts. */
export const LONGEST_TEXT = 1_600;

/** What stands for the vendor's test text. */
const PLACEHOLDER = "{testText}";

const textWithPlaceholder = z
  .string("is missing")
  .min(1, "is empty")
  .max(LONGEST_TEXT, `has more than ${LONGEST_TEXT.toLocaleString("en")} characters`)
  .refine((text) => !text.includes("\u0000"), "holds U+0000")
  .refine(
    (text) => text.includes(PLACEHOLDER),
    `must contain ${PLACEHOLDER}: the vendor knows the message by it`,
  );

const destination = z.strictObject(
  {
    network: z
      .string("is missing")
      .regex(/^\d{3}-\d{2,3}(?:<\d{3}-\d{2,3})?$/, "is no network like 206-10 or 222-01<222-99"),
    route: z.string("must be a text").min(1, "is empty").max(40, "is too long").exactOptional(),
  },
  "must be an object of network and route",
);

const schema: z.ZodType<StartRequest> = z.strictObject(
  {
    id: z.uuid("must be a UUID"),
    vendor: z.string("is missing").min(1, "is empty").max(40, "is too long"),
    sender: z
      .string("is missing")
      .refine(isGsmSender, "must be 1 to 11 characters, or up to 15 digits with or without +"),
    text: textWithPlaceholder,
    destinations: z
      .array(destination, "must be a list")
      .min(1, "is empty: choose a network")
      .max(MOST_TESTS, `holds more than ${MOST_TESTS} networks`),
    confirm: z
      .strictObject({ credits: z.int("must be a whole number") }, "must be an object")
      .exactOptional(),
  },
  "must be an object",
);

/** What was asked for, or where it is wrong. */
export type ReadStartRequest =
  | { readonly ok: true; readonly request: StartRequest }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Reads the body of `POST /api/campaigns`. What was sent is not repeated in the message. */
export function readStartRequest(body: unknown): ReadStartRequest {
  const read = schema.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, field: pathOf(issue?.path ?? []), message: messageOf(issue) };
  }
  const keys = read.data.destinations.map(({ network }) => network);
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (twice >= 0)
    return { ok: false, field: `destinations[${twice}].network`, message: "is named a second time" };
  return { ok: true, request: read.data };
}

function messageOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return "has a key that is not known here";
  return issue?.message ?? "is not valid";
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((key, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`))
    .join("");
  return text === "" ? "body" : text;
}
