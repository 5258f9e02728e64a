import { z } from "zod";
import { messageIdKind } from "./message-id.ts";

/** How many networks one request may name; the vendor names no limit. */
const MAX_NETWORKS_PER_REQUEST = 1000;

/** One test asked for: in a network, or at a number of one's own. */
export type RequestedTest =
  | {
      readonly kind: "network";
      readonly mccmnc: string;
      readonly mccmncOriginal: string | null;
      /** `pass13`; null for the default. */
      readonly messageId: string | null;
    }
  | { readonly kind: "external"; readonly msisdn: string };

/** POST /v1/createTest, checked. */
export interface CreateTestsRequest {
  readonly callbackUrl: string | null;
  readonly tests: readonly RequestedTest[];
}

/** A request, or the first thing that is wrong with it, in words. */
export type ReadCreateTestsRequest =
  | { readonly ok: true; readonly request: CreateTestsRequest }
  | { readonly ok: false; readonly reason: string };

const item = z.object({
  mccmnc: z.string().nullish(),
  mccmncOriginal: z.string().nullish(),
  externalMsisdn: z.string().nullish(),
  messageIdTemplate: z.string().nullish(),
});

const schema = z.object({
  callbackUrl: z.string().nullish(),
  networks: z.array(item).min(1).max(MAX_NETWORKS_PER_REQUEST),
});

/** Checks a body of POST /v1/createTest. Unknown keys are left alone. */
export function readCreateTestsRequest(body: unknown, templates: "strict" | "prose"): ReadCreateTestsRequest {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const empty = issue?.path.length === 1 && issue.path[0] === "networks" && issue.code === "too_small";
    return refused(empty ? "Networks can't be empty" : `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const tests: RequestedTest[] = [];
  for (const [index, network] of parsed.data.networks.entries()) {
    const read = readItem(network, templates);
    if (typeof read === "string") return refused(`networks.${index}.${read}`);
    tests.push(read);
  }
  return { ok: true, request: { callbackUrl: parsed.data.callbackUrl ?? null, tests } };
}

const refused = (reason: string): ReadCreateTestsRequest => ({ ok: false, reason });

function readItem(network: z.infer<typeof item>, templates: "strict" | "prose"): RequestedTest | string {
  const { mccmnc, mccmncOriginal, externalMsisdn, messageIdTemplate } = network;
  // "If specify parameter externalMsisdn entered, other params will be ignored."
  if (externalMsisdn !== undefined && externalMsisdn !== null) {
    if (!/^[1-9]\d{6,14}$/.test(externalMsisdn)) return "externalMsisdn: must be E.164 digits without +";
    return { kind: "external", msisdn: externalMsisdn };
  }
  if (mccmnc === undefined || mccmnc === null) return "mccmnc: is needed";
  if (!/^\d{5,6}$/.test(mccmnc)) return "mccmnc: must be 5 or 6 digits";
  if (mccmncOriginal !== undefined && mccmncOriginal !== null && !/^\d{5,6}$/.test(mccmncOriginal)) {
    return "mccmncOriginal: must be 5 or 6 digits";
  }
  const kind = messageIdTemplate == null ? null : messageIdKind(messageIdTemplate, templates);
  if (messageIdTemplate != null && kind === null)
    return "messageIdTemplate: is not one of the available templates";
  return { kind: "network", mccmnc, mccmncOriginal: mccmncOriginal ?? null, messageId: kind };
}
