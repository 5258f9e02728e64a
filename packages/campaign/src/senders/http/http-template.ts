import { z } from "zod";
import { CampaignError } from "../../errors/campaign-error.ts";
import { invalidAt } from "../../plan/campaign-plan.ts";

/** JSON with placeholders in its texts. */
export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | readonly JsonTemplate[]
  | { readonly [key: string]: JsonTemplate };

/**
 * A request to a gateway. `{from}`, `{to}`, `{text}` and `{encoding}` stand for the message, `{env:NAME}` for a variable
 * of the environment, so that no secret has to be in the file. Each is escaped for the place it stands in.
 */
export interface HttpTemplate {
  readonly url: string;
  /** Default `POST`. */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** One of: a JSON body, form fields, or text with the escaping that it needs. */
  readonly json?: JsonTemplate | undefined;
  readonly form?: Readonly<Record<string, string>> | undefined;
  readonly text?: { readonly body: string; readonly escape: "none" | "json" | "xml" | "url" } | undefined;
  /** Statuses that mean that the message was taken. Default 200 to 299. */
  readonly accepted?: readonly number[] | undefined;
  /** Further statuses, beside 400 to 499, that prove that it was not. */
  readonly rejected?: readonly number[] | undefined;
  /** Where the answer's JSON holds the message's id: `messages.0.id`. */
  readonly messageId?: string | undefined;
}

const MAX_DEPTH = 20;

const jsonTemplate: z.ZodType<JsonTemplate> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonTemplate),
    z.record(z.string(), jsonTemplate),
  ]),
);
const status = z.array(z.int().min(100).max(599)).optional();

const schema: z.ZodType<HttpTemplate> = z
  .strictObject({
    url: z.string().min(1).max(4000),
    method: z
      .string()
      .regex(/^[A-Z]{3,10}$/)
      .optional(),
    headers: z.record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/), z.string().max(8000)).optional(),
    json: jsonTemplate.optional(),
    form: z.record(z.string(), z.string()).optional(),
    text: z.strictObject({ body: z.string(), escape: z.enum(["none", "json", "xml", "url"]) }).optional(),
    accepted: status,
    rejected: status,
    messageId: z.string().min(1).max(200).optional(),
  })
  .refine(({ json, form, text }) => [json, form, text].filter((body) => body !== undefined).length <= 1, {
    error: "has more than one of json, form and text",
  });

const PLACEHOLDER = /\{(from|to|text|encoding|env:[A-Za-z_]\w*)\}/g;

/** Reads a template out of JSON. Throws `CONFIG_INVALID` with the path of what is wrong. */
export function readHttpTemplate(value: unknown): HttpTemplate {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidAt("CONFIG_INVALID", parsed.error);
  const template = parsed.data;
  // Where the host comes from a message, the message says who gets the credentials.
  const origin = /^https?:\/\/[^/?#]*/i.exec(template.url)?.[0];
  if (origin === undefined)
    throw new CampaignError("CONFIG_INVALID", "must begin with http:// or https://", "url");
  if (/\{(?:from|to|text|encoding)\}/.test(origin))
    throw new CampaignError("CONFIG_INVALID", "the host must not depend on the message", "url");
  if (!placeholdersOf(JSON.stringify(template)).has("text"))
    throw new CampaignError("CONFIG_INVALID", "nothing in the request says {text}");
  return template;
}

/** What the placeholders of a request stand for. */
export type Values = Readonly<Record<string, string>>;

/** Values of a message and of the environment. Throws `CONFIG_INVALID` for a variable that is not set. */
export function valuesOf(
  template: HttpTemplate,
  message: Readonly<Record<"from" | "to" | "text" | "encoding", string>>,
  environment: Readonly<Record<string, string | undefined>>,
): Values {
  const values: Record<string, string> = { ...message };
  for (const name of placeholdersOf(JSON.stringify(template))) {
    if (!name.startsWith("env:")) continue;
    const value = environment[name.slice(4)];
    if (value === undefined)
      throw new CampaignError("CONFIG_INVALID", `the variable ${name.slice(4)} is not set`, "env");
    values[name] = value;
  }
  return values;
}

/** Fills in a text; `escaped` makes a value harmless where it stands. */
export function fill(text: string, values: Values, escaped: (value: string) => string): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : escaped(value);
  });
}

/** Fills in every text of a JSON template, keys included. */
export function fillJson(template: JsonTemplate, values: Values, depth = 0): JsonTemplate {
  if (depth > MAX_DEPTH) throw new CampaignError("CONFIG_INVALID", "is too deep", "json");
  if (typeof template === "string") return fill(template, values, (value) => value);
  if (typeof template !== "object" || template === null) return template;
  if (isList(template)) return template.map((item) => fillJson(item, values, depth + 1));
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [
      fill(key, values, (plain) => plain),
      fillJson(value, values, depth + 1),
    ]),
  );
}

function isList(value: JsonTemplate): value is readonly JsonTemplate[] {
  return Array.isArray(value);
}

function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []));
}
