import { z } from "zod";

/** Which requests a rule is for. What is left out matches everything. */
export interface FaultMatch {
  /** `callback`: the sandbox's own requests to receivers of callbacks. */
  readonly target?: "telq" | "testsms" | "callback";
  readonly method?: string;
  /** The path as a whole, `*` standing for any run of characters. */
  readonly path?: string;
}

/**
 * What goes wrong. `stage: "before"` (the default): the vendor never sees the request. `"after"`: it acts on
 * the request, and only the answer is spoilt - the case in which a test exists that nobody knows of.
 */
export interface FaultEffect {
  readonly stage?: "before" | "after";
  /** The status of the answer; without a body of its own it carries the vendor's error body. */
  readonly status?: number;
  readonly body?: "empty" | "text" | "html" | "json" | "telq" | "spring";
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: number | string;
  /** A pause in real milliseconds, in front of everything else. */
  readonly latencyMs?: number;
  /** `before`: no octet of an answer; `body`: the connection ends within the answer's body. */
  readonly reset?: "before" | "body";
  /** The answer's JSON is cut in half, in a whole HTTP message. */
  readonly truncate?: boolean;
  /** The token that the request carries is made to expire first. */
  readonly expireToken?: boolean;
}

/** A rule: what it matches, when it strikes, what it does. */
export interface FaultRule extends FaultEffect {
  readonly match?: FaultMatch;
  /** How many matching requests are let through first. */
  readonly skip?: number;
  /** How often it strikes at most; without it, always. */
  readonly times?: number;
  /** How likely it strikes, 0 to 1. */
  readonly probability?: number;
}

/** A rule in force. */
export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** How many requests matched, and how many it struck. */
  readonly matched: number;
  readonly struck: number;
}

const MAX_LATENCY_MS = 600_000;

/** What a header can carry is for the platform to say; it would refuse anything else in the middle of an answer. */
const isHeader = (name: string, value: string): boolean => {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
};

/** The JSON form of a rule. Unknown keys are refused: a misspelt fault would silently never strike. */
export const faultRuleSchema: z.ZodType<FaultRule> = z.strictObject({
  match: z
    .strictObject({
      target: z.enum(["telq", "testsms", "callback"]).exactOptional(),
      method: z.string().min(1).max(20).exactOptional(),
      path: z.string().min(1).max(300).exactOptional(),
    })
    .exactOptional(),
  skip: z.int().min(0).exactOptional(),
  times: z.int().min(1).exactOptional(),
  probability: z.number().min(0).max(1).exactOptional(),
  stage: z.enum(["before", "after"]).exactOptional(),
  status: z.int().min(200).max(599).exactOptional(),
  body: z.enum(["empty", "text", "html", "json", "telq", "spring"]).exactOptional(),
  headers: z
    .record(z.string().max(100), z.string().max(1000))
    .refine((headers) => Object.entries(headers).every(([name, value]) => isHeader(name, value)), {
      error: "holds what cannot be a header",
    })
    .exactOptional(),
  retryAfter: z
    .union([
      z.number().min(0),
      z
        .string()
        .max(60)
        .refine((value) => isHeader("retry-after", value), { error: "cannot be a header" }),
    ])
    .exactOptional(),
  latencyMs: z.number().min(0).max(MAX_LATENCY_MS).exactOptional(),
  reset: z.enum(["before", "body"]).exactOptional(),
  truncate: z.boolean().exactOptional(),
  expireToken: z.boolean().exactOptional(),
});
