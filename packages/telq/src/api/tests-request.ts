import { isMcc, isMnc, requestError, toIssues } from "@smsproof/vendor";
import { z } from "zod";

/** Limits of TelQ's document, table "JSON Request Object Description". */
export const TELQ_LIMITS = {
  timeToLiveSeconds: { min: 60, max: 10_800, default: 3_600 },
  maxCallbackRetries: { min: 0, max: 5, default: 3 },
  testIdTextLength: { min: 4, max: 20, default: 10 },
  /** Of a WHATSAPP_CODE, which takes no length. */
  whatsappCodeLength: 7,
} as const;

const mcc = z.string().refine(isMcc, "must be exactly 3 digits");
const mnc = z.string().refine(isMnc, "must be 2 or 3 digits");
const between = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int(`must be a whole number from ${min} to ${max}`).min(min).max(max);

const destinationNetwork = z.strictObject({
  mcc,
  mnc,
  /** Network that a ported number came from, in the same country. `null` and absent are the same. */
  portedFromMnc: mnc.nullish(),
});

const testsRequest = z
  .strictObject({
    destinationNetworks: z.array(destinationNetwork).min(1, "must not be empty"),
    /** Gets a POST whenever a test changes its status. */
    resultsCallbackUrl: z.url({ protocol: /^https?$/, error: "must be an http(s) URL" }).optional(),
    /** Comes back as the callbacks' Authorization. Sent as a header of its own, not in the body. */
    resultsCallbackToken: z
      .string()
      .regex(/^[\x21-\x7e]{1,1000}$/, "must be 1 to 1000 visible ASCII characters without blanks")
      .optional(),
    /** Number of attempts. */
    maxCallbackRetries: between(TELQ_LIMITS.maxCallbackRetries).optional(),
    testIdTextType: z.enum(["ALPHA", "ALPHA_NUMERIC", "NUMERIC", "WHATSAPP_CODE"]).optional(),
    /** For ALPHA and ALPHA_NUMERIC only. */
    testIdTextCase: z.enum(["UPPER", "LOWER", "MIXED"]).optional(),
    /** Not for WHATSAPP_CODE. */
    testIdTextLength: between(TELQ_LIMITS.testIdTextLength).optional(),
    testTimeToLiveInSeconds: between(TELQ_LIMITS.timeToLiveSeconds).optional(),
  })
  .superRefine((request, context) => {
    const type = request.testIdTextType ?? "ALPHA";
    if (request.testIdTextCase !== undefined && !type.startsWith("ALPHA")) {
      context.addIssue({ code: "custom", path: ["testIdTextCase"], message: `does not apply to ${type}` });
    }
    if (request.testIdTextLength !== undefined && type === "WHATSAPP_CODE") {
      context.addIssue({ code: "custom", path: ["testIdTextLength"], message: "is fixed for WHATSAPP_CODE" });
    }
    if (request.resultsCallbackToken !== undefined && request.resultsCallbackUrl === undefined) {
      context.addIssue({
        code: "custom",
        path: ["resultsCallbackToken"],
        message: "needs a resultsCallbackUrl",
      });
    }
  });

/** What `tests.create` takes: TelQ's names and limits, checked before the request costs anything. */
export type TelqTestsRequest = z.input<typeof testsRequest>;

/** A request as it goes out. */
export interface CheckedTestsRequest {
  readonly request: z.output<typeof testsRequest>;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Checks a request. Throws a `ValidationError` that names every wrong place. */
export function checkTestsRequest(input: TelqTestsRequest): CheckedTestsRequest {
  const checked = testsRequest.safeParse(input);
  if (!checked.success) throw requestError("telq", "tests.create", toIssues(checked.error));
  const { resultsCallbackToken, destinationNetworks, ...rest } = checked.data;
  // TelQ wants portedFromMnc left out where there is none, not empty.
  const networks = destinationNetworks.map(({ portedFromMnc, ...network }) =>
    portedFromMnc == null ? network : { ...network, portedFromMnc },
  );
  return {
    request: checked.data,
    body: JSON.stringify({ destinationNetworks: networks, ...rest }),
    headers: resultsCallbackToken === undefined ? {} : { "results-callback-token": resultsCallbackToken },
  };
}
