import { type VendorFields, vendorFields } from "@smsproof/vendor";
import { z } from "zod";
import { TELQ_STATUSES } from "./status.ts";

/**
 * What TelQ answers, after its document (Telecom API v2.1) and the replies that its SDKs were tested with. Unknown keys
 * survive; `strict` refuses them.
 */
export function telqSchemas(strict: boolean) {
  const { id, text, evidence, integer, texts, object } = vendorFields(strict);
  const part = <S extends z.ZodType>(schema: S) => nullable(schema, strict);
  const mcc = paddedCode(text, 3);
  const mnc = paddedCode(text, 2);

  const network = object({
    /** Three digits. */
    mcc: z.string().regex(/^\d{3}$/, "must be 3 digits"),
    /** Two or three digits. */
    mnc: z.string().regex(/^\d{2,3}$/, "must be 2 or 3 digits"),
    countryName: text,
    providerName: text,
    /** Absent or `null` for a number that was never ported. */
    portedFromMnc: mnc,
    portedFromProviderName: text,
  });

  /** `destinationNetwork` of tests and callbacks. */
  const destination = object({ mcc, mnc, portedFromMnc: mnc });

  /** `destinationNetworkDetails` of results. */
  const destinationDetails = object({
    mcc,
    mnc,
    portedFromMnc: mnc,
    countryName: text,
    providerName: text,
    portedFromProviderName: text,
    /** Documented for v3 only. */
    phoneNumber: strict ? text.optional() : text,
  });

  const test = object({
    id,
    /** International digits without plus; `null` where the network is not available. */
    phoneNumber: text,
    /** The text that the message must contain. */
    testIdText: text,
    /** `NETWORK_OFFLINE` and the like; `null` where all is well (TelQ's document shows the string `"null"`). */
    errorMessage: text,
    destinationNetwork: part(destination),
    testIdTextType: text,
    testIdTextCase: text,
    testIdTextLength: integer,
  });

  const smscInfo = object({
    smscNumber: text,
    countryName: text,
    /** ISO alpha-2. */
    countryCode: text,
    mcc,
    mnc,
    providerName: text,
  });

  const result = object({
    id,
    testIdText: text,
    senderDelivered: evidence,
    textDelivered: evidence,
    /** UTC, with microseconds. */
    testCreatedAt: text,
    /** When TelQ's backend heard of the message, UTC. */
    smsReceivedAt: text,
    /** Rounded seconds from the one to the other. */
    receiptDelay: integer,
    testStatus: strict ? z.enum(TELQ_STATUSES) : text,
    /** In replies to `results.get`. */
    destinationNetworkDetails: part(destinationDetails),
    /** In callbacks. */
    destinationNetwork: part(destination),
    smscInfo: part(smscInfo),
    /** Hexadecimal SMS-DELIVER PDUs, SMSC in front. */
    pdusDelivered: texts,
  });

  /** Lists are read item by item: one bad item must not hide the others. */
  return { list: z.array(z.unknown()), network, test, result, token: tokenSchema };
}

/** `POST /token`. The value is base64 and opaque; the document's sample is broken over lines. */
const tokenSchema = z.looseObject({
  ttl: z.coerce.number().positive().catch(86_400),
  value: z.string().transform((value, context) => {
    const joined = value.replace(/\s+/g, "");
    if (joined === "") context.addIssue("must not be empty");
    return joined;
  }),
});

function nullable<S extends z.ZodType>(schema: S, strict: boolean) {
  const orNull = z.preprocess((value) => (value === "null" ? null : (value ?? null)), schema.nullable());
  return strict ? orNull : orNull.catch(null);
}

/** A code that came as a JSON number has lost its leading zeros. */
function paddedCode(text: VendorFields["text"], digits: number): z.ZodType<string | null> {
  return z.preprocess(
    (value) => (typeof value === "number" ? String(value).padStart(digits, "0") : value),
    text,
  );
}

type Schemas = ReturnType<typeof telqSchemas>;

/** A network with a test number on line. `GET /networks`. */
export type TelqNetwork = z.output<Schemas["network"]>;
/** A test as `POST /tests` answers it. */
export type TelqTest = z.output<Schemas["test"]>;
/** A result as `GET /results/{id}` answers it and as callbacks bring it. */
export type TelqResult = z.output<Schemas["result"]>;
/** TelQ's answers as zod schemas. */
export type TelqSchemas = Schemas;
