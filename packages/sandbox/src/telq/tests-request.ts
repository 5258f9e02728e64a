import { z } from "zod";
import type { FieldError } from "./telq-error.ts";
import { TEST_ID_TEXT_CASES, TEST_ID_TEXT_TYPES, type TestIdTextOptions } from "./test-id-text.ts";

/** How many networks one request may name; the vendor names no limit. */
const MAX_NETWORKS_PER_REQUEST = 1000;

/** POST /tests, checked and with its defaults. */
export interface TestsRequest {
  readonly networks: readonly {
    readonly mcc: string;
    readonly mnc: string;
    readonly portedFromMnc: string | null;
  }[];
  readonly callbackUrl: string | null;
  readonly maxCallbackRetries: number;
  readonly testIdText: TestIdTextOptions;
  readonly timeToLiveS: number;
}

/** A request, or every field that is wrong with it. */
export type ReadTestsRequest =
  | { readonly ok: true; readonly request: TestsRequest }
  | { readonly ok: false; readonly fields: readonly FieldError[] };

// Jackson, which answers on the other side, takes "6" for 6; the document's own sample sends it so.
const integer = (low: number, high: number): z.ZodType<number> =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d{1,9}$/.test(value) ? Number(value) : value),
    z
      .int("must be an integer")
      .min(low, `must be greater than or equal to ${low}`)
      .max(high, `must be less than or equal to ${high}`),
  );

const mnc = z.string("must be a string of 2 or 3 digits").regex(/^\d{2,3}$/, "must be 2 or 3 digits");

const schema = z.object({
  destinationNetworks: z
    .array(
      z.object({
        mcc: z.string("must be a string of 3 digits").regex(/^\d{3}$/, "must be 3 digits"),
        mnc,
        portedFromMnc: mnc.nullish(),
      }),
      "must not be null",
    )
    .min(1, "must not be empty")
    .max(MAX_NETWORKS_PER_REQUEST, `must not name more than ${MAX_NETWORKS_PER_REQUEST} networks`),
  resultsCallbackUrl: z.string("must be a string").nullish(),
  maxCallbackRetries: integer(0, 5).nullish(),
  testIdTextType: z.enum(TEST_ID_TEXT_TYPES, `must be one of ${TEST_ID_TEXT_TYPES.join(", ")}`).nullish(),
  testIdTextCase: z.enum(TEST_ID_TEXT_CASES, `must be one of ${TEST_ID_TEXT_CASES.join(", ")}`).nullish(),
  testIdTextLength: integer(4, 20).nullish(),
  testTimeToLiveInSeconds: integer(60, 10_800).nullish(),
});

/** Checks a body of POST /tests. Unknown keys are left alone. */
export function readTestsRequest(body: unknown): ReadTestsRequest {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    return { ok: false, fields: parsed.error.issues.map((issue) => fieldError(issue, body)) };
  const { data } = parsed;
  return {
    ok: true,
    request: {
      networks: data.destinationNetworks.map((network) => ({
        mcc: network.mcc,
        mnc: network.mnc,
        portedFromMnc: network.portedFromMnc ?? null,
      })),
      callbackUrl: data.resultsCallbackUrl ?? null,
      maxCallbackRetries: data.maxCallbackRetries ?? 3,
      testIdText: {
        type: data.testIdTextType ?? "ALPHA",
        case: data.testIdTextCase ?? "MIXED",
        length: data.testIdTextLength ?? 10,
      },
      timeToLiveS: data.testTimeToLiveInSeconds ?? 3600,
    },
  };
}

function fieldError(issue: z.core.$ZodIssue, body: unknown): FieldError {
  let value: unknown = body;
  let field = "";
  for (const key of issue.path) {
    value =
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    field += typeof key === "number" ? `[${key}]` : `${field === "" ? "" : "."}${String(key)}`;
  }
  return { field, defaultMessage: issue.message, rejectedValue: value };
}
