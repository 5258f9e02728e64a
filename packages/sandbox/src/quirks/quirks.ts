import { z } from "zod";
import type { DeepPartial } from "./deep-partial.ts";

/**
 * A switch for every point in which the vendors' documents contradict themselves, differ from what was seen,
 * or are silent. The defaults follow the documents' tables; what the documents leave open is an assumption
 * and labelled so in the README.
 */
export interface Quirks {
  /** `submitted`: a message belongs to a test if the text that was sent holds the test text, so that routes
   * which destroy it can be seen. `delivered`: the text that arrived must hold it, as on a real handset. */
  readonly matching: "submitted" | "delivered";
  /** `above-2^53`: test ids that JSON.parse rounds. */
  readonly ids: "small" | "above-2^53";
  /** What is wrong with the first PDU of a result. */
  readonly brokenPdu: "none" | "cut" | "not-hex" | "odd-length" | "empty";
  /** The vendor's text and sender say something else than the PDUs. */
  readonly jsonDisagrees: boolean;
  /** A status no document knows, reported in place of the waiting one. */
  readonly unknownStatus: string | null;
  readonly telq: TelqQuirks;
  readonly testsms: TestSmsQuirks;
  readonly callbacks: CallbackQuirks;
}

/** TelQ's. */
export interface TelqQuirks {
  readonly appId: "any" | "number";
  readonly badCredentials: 400 | 401;
  readonly badToken: 400 | 401 | 500;
  /** `sdk`: the two shapes that the vendor's SDK was tested with. */
  readonly errorBody: "sdk" | "empty" | "text" | "html";
  readonly unknownId: "404" | "200-empty" | "200-null";
  /** `text`: the four letters null in quotes, as in the document's samples. */
  readonly nulls: "null" | "text" | "absent";
  readonly notPorted: "absent" | "null";
  readonly createdAt: "microseconds" | "seconds" | "no-zone" | "+0000";
  readonly waitingSmscInfo: "null" | "nulls";
  /** `unknown`: every value of a delivered test's smscInfo is null. */
  readonly smscInfo: "known" | "unknown";
  readonly callbackNetwork: "destinationNetwork" | "destinationNetworkDetails" | "both";
  readonly callbackAuthorization: "bearer" | "bare";
  /** testIdTextType, Case and Length in replies: in the table, in no sample. */
  readonly echoTestIdText: boolean;
}

/** TestSMS's. */
export interface TestSmsQuirks {
  /** `text`: the token of /v1/token without its quotes. */
  readonly token: "json-string" | "text";
  readonly errorBody: "empty" | "text" | "json" | "html";
  readonly unknownId: "404" | "200-empty" | "200-null";
  readonly dates: "documented" | "sample" | "microseconds" | "no-zone";
  readonly status: "name" | "number" | "digits" | "name(number)";
  /** How a value that is not there is written. */
  readonly nulls: "absent" | "null" | "text";
  /** One element of the reply for each network asked for, or one for all. */
  readonly grouping: "per-network" | "one";
  /** How an offline network shows in the reply of createTest. */
  readonly offline: "left-out" | "without-number";
  readonly templates: "strict" | "prose";
  /** `&` in message ids, as in the document's sample result. */
  readonly ampersandIds: boolean;
  /** Which of several PDUs the one field holds. */
  readonly pdu: "first" | "last" | "absent";
  /** TEXT_OR_SENDER_REPLACED: when it is true, never (POSITIVE instead) or always. */
  readonly replacedFlag: "truth" | "never" | "always";
  /** Whether the NEGATIVE that comes by itself after two hours is called back. */
  readonly callbackAtLimit: boolean;
}

/** How the network between the vendor and the receiver of its callbacks behaves. */
export interface CallbackQuirks {
  /** How likely an accepted callback is sent once more. */
  readonly duplicate: number;
  /** How likely a callback is held back, so that a later one overtakes it. */
  readonly reorder: number;
}

/** The documented behaviour. */
export const DEFAULT_QUIRKS: Quirks = {
  matching: "submitted",
  ids: "small",
  brokenPdu: "none",
  jsonDisagrees: false,
  unknownStatus: null,
  telq: {
    appId: "any",
    badCredentials: 401,
    badToken: 401,
    errorBody: "sdk",
    unknownId: "404",
    nulls: "null",
    notPorted: "null",
    createdAt: "microseconds",
    waitingSmscInfo: "null",
    smscInfo: "known",
    callbackNetwork: "destinationNetwork",
    callbackAuthorization: "bearer",
    echoTestIdText: true,
  },
  testsms: {
    token: "json-string",
    errorBody: "text",
    unknownId: "404",
    dates: "documented",
    status: "name",
    nulls: "absent",
    grouping: "per-network",
    offline: "left-out",
    templates: "strict",
    ampersandIds: false,
    pdu: "first",
    replacedFlag: "truth",
    callbackAtLimit: true,
  },
  callbacks: { duplicate: 0, reorder: 0 },
};

const telqSchema: z.ZodType<TelqQuirks> = z.strictObject({
  appId: z.enum(["any", "number"]),
  badCredentials: z.literal([400, 401]),
  badToken: z.literal([400, 401, 500]),
  errorBody: z.enum(["sdk", "empty", "text", "html"]),
  unknownId: z.enum(["404", "200-empty", "200-null"]),
  nulls: z.enum(["null", "text", "absent"]),
  notPorted: z.enum(["absent", "null"]),
  createdAt: z.enum(["microseconds", "seconds", "no-zone", "+0000"]),
  waitingSmscInfo: z.enum(["null", "nulls"]),
  smscInfo: z.enum(["known", "unknown"]),
  callbackNetwork: z.enum(["destinationNetwork", "destinationNetworkDetails", "both"]),
  callbackAuthorization: z.enum(["bearer", "bare"]),
  echoTestIdText: z.boolean(),
});

const testSmsSchema: z.ZodType<TestSmsQuirks> = z.strictObject({
  token: z.enum(["json-string", "text"]),
  errorBody: z.enum(["empty", "text", "json", "html"]),
  unknownId: z.enum(["404", "200-empty", "200-null"]),
  dates: z.enum(["documented", "sample", "microseconds", "no-zone"]),
  status: z.enum(["name", "number", "digits", "name(number)"]),
  nulls: z.enum(["absent", "null", "text"]),
  grouping: z.enum(["per-network", "one"]),
  offline: z.enum(["left-out", "without-number"]),
  templates: z.enum(["strict", "prose"]),
  ampersandIds: z.boolean(),
  pdu: z.enum(["first", "last", "absent"]),
  replacedFlag: z.enum(["truth", "never", "always"]),
  callbackAtLimit: z.boolean(),
});

const quirksSchema: z.ZodType<Quirks> = z.strictObject({
  matching: z.enum(["submitted", "delivered"]),
  ids: z.enum(["small", "above-2^53"]),
  brokenPdu: z.enum(["none", "cut", "not-hex", "odd-length", "empty"]),
  jsonDisagrees: z.boolean(),
  unknownStatus: z.string().min(1).max(60).nullable(),
  telq: telqSchema,
  testsms: testSmsSchema,
  callbacks: z.strictObject({ duplicate: z.number().min(0).max(1), reorder: z.number().min(0).max(1) }),
});

/** The switches as they stand; `set` changes those it names and throws a ZodError for any it does not know. */
export interface QuirkBoard {
  readonly current: Quirks;
  set(change: DeepPartial<Quirks>): Quirks;
  reset(): Quirks;
}

/** Makes a board on which `initial` is switched from the start. */
export function createQuirkBoard(initial: DeepPartial<Quirks> = {}): QuirkBoard {
  const start = changed(DEFAULT_QUIRKS, initial);
  let current = start;
  return {
    get current() {
      return current;
    },
    set(change) {
      current = changed(current, change);
      return current;
    },
    reset() {
      current = start;
      return current;
    },
  };
}

function changed(from: Quirks, change: DeepPartial<Quirks>): Quirks {
  return quirksSchema.parse({
    ...from,
    ...change,
    telq: merged(from.telq, change.telq),
    testsms: merged(from.testsms, change.testsms),
    callbacks: merged(from.callbacks, change.callbacks),
  });
}

// Anything but an object is handed on as it is, for the schema to refuse it by name.
function merged(from: object, change: unknown): unknown {
  if (change === undefined) return from;
  return typeof change === "object" && change !== null ? { ...from, ...change } : change;
}
