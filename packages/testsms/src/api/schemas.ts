import { hideCallbackKeys, vendorFields } from "@smsproof/vendor";
import { z } from "zod";
import { readTestsmsStatus } from "./status.ts";

/** What TestSMS answers, after its document (client API v1). Unknown keys survive; `strict` refuses them. */
export function testsmsSchemas(strict: boolean) {
  const { id, text, evidence, object } = vendorFields(strict);
  const code = z.preprocess((value) => (typeof value === "number" ? String(value) : value), text);

  /** MccmncResponse. */
  const network = object({
    /** MCC and MNC together. */
    mccmnc: z.preprocess(
      (value) => (typeof value === "number" ? String(value) : value),
      z.string().regex(/^\d{5,6}$/, "must be 5 or 6 digits"),
    ),
    country: text,
    region: text,
    /** Undocumented whether a dialling code or an ISO code. */
    countryCode: text,
    isoAlpha2: text,
    network: text,
    /** Present where a ported number is to be had: the network it came from. */
    mccmncOriginal: code,
  });

  /** CreateTestMsisdn. */
  const phoneNumber = object({
    id,
    /** The text that the message must contain. */
    messageId: text,
    /** Number to send to. */
    msisdn: text,
  });

  /** CreateTestResponse. Its numbers are read one by one: one that is broken must not hide the others. */
  const group = object({
    phoneNumbers: z
      .array(z.unknown())
      .nullish()
      .transform((numbers) => numbers ?? []),
  });

  /** SmsTestResponse: of a read and of a callback. It names no test. */
  const result = object({
    /** UTC. */
    createdOn: text,
    mccMnc: code,
    /** Network that a ported number came from. */
    mccMncPorted: code,
    deliveredSender: evidence,
    deliveredText: evidence,
    phone: text,
    /** The test's text. May hold `&` and `-`. */
    messageId: text,
    /** With any callback key in it made unusable. */
    callbackUrl: text.transform((url) => (url === null ? null : hideCallbackKeys(url))),
    /** When the device got the message, UTC. */
    receiptTime: text,
    /** A name, a number, or both: see `readTestsmsStatus`. */
    receiptStatus: z.preprocess(
      (raw) => raw ?? null,
      strict ? z.unknown().refine((raw) => readTestsmsStatus(raw).meaning !== "unknown") : z.unknown(),
    ),
    /** One hexadecimal SMS-DELIVER PDU, SMSC in front. */
    pdu: text,
    /** Time stamp of the service centre, UTC. */
    scts: text,
    /** Name of the service centre. */
    scn: text,
    /** Arrival of the message; TestSMS does not say in which zone. */
    arrivalTs: text,
  });

  return {
    list: z.array(z.unknown()),
    /** A single group in place of the list is taken too. */
    groups: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(group)),
    network,
    phoneNumber,
    result,
    tokenResponse,
  };
}

/** TokenResponse: all four fields are marked optional. */
const tokenResponse = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

type Schemas = ReturnType<typeof testsmsSchemas>;

/** A network with a test number on line. `GET /v1/mccmnc`. */
export type TestsmsNetwork = z.output<Schemas["network"]>;
/** A number to send to, with its text. */
export type TestsmsPhoneNumber = z.output<Schemas["phoneNumber"]>;
/** A part of what `POST /v1/createTest` answers. Undocumented: which part answers which network of the request. */
export interface TestsmsTestGroup {
  readonly phoneNumbers: readonly TestsmsPhoneNumber[];
}
/** A result as `GET /v1/smsTest/{id}` answers it and as callbacks bring it. */
export type TestsmsResult = z.output<Schemas["result"]>;
/** TestSMS's answers as zod schemas. */
export type TestsmsSchemas = Schemas;
