import type { TestDestination, TestTextFormat } from "@smsproof/vendor";
import { z } from "zod";
import { CampaignError } from "../errors/campaign-error.ts";

/** A message to be tested. */
export interface CampaignMessage {
  /** Sender as the handset shall show it: digits or up to 11 characters. */
  readonly sender: string;
  /** Contains `{testText}`, which becomes the vendor's test text, wherever it stands. */
  readonly text: string;
  /** Default `auto`: the cheapest alphabet that holds the text. */
  readonly encoding?: "auto" | "gsm7" | "ucs2" | undefined;
}

/** How fast tests are made. */
export interface Pacing {
  /** Tests begun in a minute at most. Without it, as fast as vendors answer. */
  readonly testsPerMinute?: number | undefined;
  /** Tests being created or sent at a time. Default 4. */
  readonly concurrency?: number | undefined;
  /** Tests that wait for their result at a time. Default 1000. */
  readonly maxOpen?: number | undefined;
}

/** A campaign: vendors x senders x destinations x messages, so many times. Plain JSON. */
export interface CampaignPlan {
  /** Names of vendors, as `Vendor.name` has them. */
  readonly vendors: readonly string[];
  /** Names of senders, as `Sender.name` has them: one for each route that is tested. */
  readonly senders: readonly string[];
  readonly destinations: readonly TestDestination[];
  readonly messages: readonly CampaignMessage[];
  /** How often each combination is tested. Default 1. */
  readonly repetitions?: number | undefined;
  /**
   * How many tests may be created. Whatever may have cost something counts, unknown outcomes included; what a vendor
   * refused does not. The tests beyond it are skipped.
   */
  readonly budget: number;
  readonly pacing?: Pacing | undefined;
  readonly testText?: TestTextFormat | undefined;
  /** How long the vendor shall wait for each message, in seconds; the vendor's default where absent. */
  readonly timeToLiveSeconds?: number | undefined;
  /** Seconds from submission to receipt above which a delivery is late. Default 60. */
  readonly lateAfterSeconds?: number | undefined;
}

/** What stands for the vendor's test text in a message. */
export const TEST_TEXT_PLACEHOLDER = "{testText}";

/** How many tests a campaign may consist of. */
export const MAX_TESTS = 100_000;

// Postgres holds no U+0000 in texts, and no network carries one in a sender.
const plainText = (max: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !text.includes("\u0000"), "must not hold U+0000");

const networkCode = { mcc: z.string().regex(/^\d{3}$/), mnc: z.string().regex(/^\d{2,3}$/) };

/** A destination as JSON. */
export const destinationSchema: z.ZodType<TestDestination> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("network"),
    network: z.strictObject({
      ...networkCode,
      portedFrom: z.strictObject(networkCode).nullable(),
    }),
  }),
  z.strictObject({
    kind: z.literal("number"),
    msisdn: z.string().regex(/^[1-9]\d{3,14}$/, "must be E.164 digits without plus"),
  }),
]);

/** A message as JSON. */
export const messageSchema: z.ZodType<CampaignMessage> = z.strictObject({
  sender: plainText(21),
  text: plainText(39_015).refine(
    (text) => text.includes(TEST_TEXT_PLACEHOLDER),
    `must contain ${TEST_TEXT_PLACEHOLDER}: the vendor knows the message by it`,
  ),
  encoding: z.enum(["auto", "gsm7", "ucs2"]).optional(),
});

const name = plainText(100);

const planSchema: z.ZodType<CampaignPlan> = z.strictObject({
  vendors: z.array(name).min(1).max(20),
  senders: z.array(name).min(1).max(100),
  destinations: z.array(destinationSchema).min(1).max(10_000),
  messages: z.array(messageSchema).min(1).max(1000),
  repetitions: z.int().min(1).max(10_000).optional(),
  budget: z.int().min(1).max(MAX_TESTS),
  pacing: z
    .strictObject({
      testsPerMinute: z.number().positive().max(60_000).optional(),
      concurrency: z.int().min(1).max(100).optional(),
      maxOpen: z.int().min(1).max(10_000).optional(),
    })
    .optional(),
  testText: z
    .strictObject({
      characters: z.enum(["letters", "digits", "letters-and-digits"]),
      length: z.int().min(1).max(50).exactOptional(),
      letterCase: z.enum(["upper", "lower", "mixed"]).exactOptional(),
    })
    .optional(),
  timeToLiveSeconds: z.int().min(1).max(604_800).optional(),
  lateAfterSeconds: z.number().positive().optional(),
});

/** Reads a plan out of JSON. Throws `PLAN_INVALID` that names the value. */
export function readPlan(value: unknown): CampaignPlan {
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) throw invalidAt("PLAN_INVALID", parsed.error);
  const plan = parsed.data;
  const tests =
    plan.vendors.length *
    plan.senders.length *
    plan.destinations.length *
    plan.messages.length *
    (plan.repetitions ?? 1);
  if (tests > MAX_TESTS)
    throw new CampaignError("PLAN_INVALID", `makes ${tests} tests, more than ${MAX_TESTS}`, "repetitions");
  for (const list of ["vendors", "senders"] as const)
    if (new Set(plan[list]).size < plan[list].length)
      throw new CampaignError("PLAN_INVALID", "names one twice", list);
  return plan;
}

/** The first thing that zod found, as a `CampaignError`. */
export function invalidAt(code: "PLAN_INVALID" | "CONFIG_INVALID", error: z.ZodError): CampaignError {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : `${text}${text === "" ? "" : "."}${String(key)}`,
    "",
  );
  return new CampaignError(code, issue?.message ?? "is not valid", path);
}
