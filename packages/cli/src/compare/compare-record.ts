import type { CompareInput } from "@smsproof/compare";

/** Why a value is no input of a comparison. Codes are only ever added. */
type RecordFaultCode = "WRONG_TYPE" | "MISSING_FIELD" | "UNKNOWN_VALUE" | "TEXT_TOO_LONG";

/** Properties of a record that are no part of the comparison: an `id`, a note. */
export type Extras = Readonly<Record<string, unknown>>;

/** What a record holds, or the first thing that is wrong with it. */
export type CompareRecord =
  | { readonly kind: "input"; readonly input: CompareInput; readonly extras: Extras }
  | {
      readonly kind: "fault";
      readonly code: RecordFaultCode;
      /** One plain sentence. */
      readonly message: string;
      /** The path of the field, such as `delivered.pdus[1]`; null for the record itself. */
      readonly field: string | null;
      readonly extras: Extras;
    };

type Fault = Pick<Extract<CompareRecord, { kind: "fault" }>, "code" | "message" | "field">;
type Fields = Readonly<Record<string, unknown>>;

/** The most that can be sent: 255 parts of 153 characters (3GPP TS 23.040, 9.2.3.24.1). */
export const LONGEST_TEXT: number = 255 * 153;

export const ENCODINGS = ["GSM7", "UCS2", "auto"] as const;
export const RECEIPTS = ["DELIVERED", "NOT_DELIVERED"] as const;

/**
 * Takes the input of a comparison out of a JSON value. Where `destination` is missing, `context` stands for it, as
 * labelled cases have it: with the times, receipts and statuses in it too. `null` in the place of what may be left
 * out counts as left out. All other properties are extras.
 */
export function readCompareRecord(value: unknown): CompareRecord {
  const faults: Fault[] = [];
  if (!isFields(value)) {
    const message = `A record must be an object with "sent" and "delivered", not ${typeName(value)}.`;
    return { kind: "fault", code: "WRONG_TYPE", message, field: null, extras: {} };
  }
  const { sent, delivered, destination, dlr, ...others } = value;
  const { context, ...rest } = others;
  const fromContext = isAbsent(destination) && isFields(context);
  const extras = fromContext ? rest : others;
  const read = fieldReader(faults);
  const around = fromContext ? read.within("context", context) : null;
  const out = read.object("sent", sent, "required");
  const submitted = {
    sender: out?.text("sender") ?? "",
    text: out?.text("text") ?? "",
    encoding: out?.choice("encoding", ENCODINGS),
    testId: out?.optional("testId"),
    sentAt: out?.optional("sentAt") ?? around?.optional("sentAt"),
  };
  const back = read.object("delivered", delivered, "required");
  const arrived = {
    sender: back?.optional("sender") ?? null,
    text: back?.optional("text") ?? null,
    pdus: back?.list("pdus"),
    receivedAt: back?.optional("receivedAt") ?? around?.optional("receivedAt"),
    receipts: back?.list("receipts") ?? around?.list("receipts"),
    vendorStatus: back?.optional("vendorStatus") ?? around?.optional("vendorStatus"),
    smsc: back?.optional("smsc") ?? around?.optional("smsc"),
    receipt: back?.choice("receipt", RECEIPTS) ?? around?.choice("receipt", RECEIPTS),
  };
  const where = around ?? read.object("destination", destination, "optional");
  const country = {
    country: where?.optional("country"),
    mcc: where?.optional("mcc"),
    mnc: where?.optional("mnc"),
  };
  const claim =
    (fromContext && isAbsent(dlr) ? read.object("context.dlr", context["dlr"], "optional") : null) ??
    read.object("dlr", dlr, "optional");
  const input: CompareInput = {
    sent: submitted,
    delivered: arrived,
    destination: country,
    ...(claim ? { dlr: { status: claim.text("status") ?? "", at: claim.optional("at") } } : {}),
  };
  const [fault] = faults;
  return fault ? { kind: "fault", ...fault, extras } : { kind: "input", input, extras };
}

/** Reads the fields of one object, in the order in which faults are to be told; what is wrong is noted with its path. */
interface ObjectFields {
  text(key: string): string | undefined;
  optional(key: string): string | undefined;
  list(key: string): readonly string[] | undefined;
  choice<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined;
}

function fieldReader(faults: Fault[]): {
  within(path: string, fields: Fields): ObjectFields;
  object(path: string, value: unknown, need: "required" | "optional"): ObjectFields | null;
} {
  const missing = (field: string): void => {
    faults.push({ code: "MISSING_FIELD", field, message: `${field} is missing.` });
  };
  const wrong = (field: string, wanted: string, value: unknown): void => {
    faults.push({
      code: "WRONG_TYPE",
      field,
      message: `${field} must be ${wanted}, not ${typeName(value)}.`,
    });
  };
  const string = (field: string, value: unknown): string | undefined => {
    if (typeof value !== "string") {
      wrong(field, "a string", value);
      return undefined;
    }
    if (value.length <= LONGEST_TEXT) return value;
    const limit = LONGEST_TEXT.toLocaleString("en");
    const message = `${field} has ${value.length.toLocaleString("en")} characters; 255 parts hold ${limit}.`;
    faults.push({ code: "TEXT_TOO_LONG", field, message });
    return undefined;
  };
  const within = (path: string, fields: Fields): ObjectFields => {
    const optional = (key: string): string | undefined =>
      isAbsent(fields[key]) ? undefined : string(`${path}.${key}`, fields[key]);
    return {
      optional,
      text(key) {
        if (fields[key] === undefined) missing(`${path}.${key}`);
        else return string(`${path}.${key}`, fields[key]);
        return undefined;
      },
      list(key) {
        const value = fields[key];
        if (isAbsent(value)) return undefined;
        if (!Array.isArray(value)) {
          wrong(`${path}.${key}`, "an array of strings", value);
          return undefined;
        }
        return value.flatMap((item, i) => string(`${path}.${key}[${i}]`, item) ?? []);
      },
      choice(key, choices) {
        const value = optional(key);
        if (value === undefined) return undefined;
        const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
        const field = `${path}.${key}`;
        const message = `${field} must be one of ${choices.join(", ")}.`;
        if (found === undefined) faults.push({ code: "UNKNOWN_VALUE", field, message });
        return found;
      },
    };
  };
  return {
    within,
    object(path, value, need) {
      if (isFields(value)) return within(path, value);
      if (value === undefined && need === "required") missing(path);
      else if (need === "required" || !isAbsent(value)) wrong(path, "an object", value);
      return null;
    },
  };
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
