import type { OutgoingMessage, Sender, SendOutcome } from "@smsproof/vendor";
import {
  fill,
  fillJson,
  type HttpTemplate,
  readHttpTemplate,
  type Values,
  valuesOf,
} from "./http-template.ts";

/** Options of an HTTP sender. */
export interface HttpSenderOptions {
  /** Name in plans and reports. Default `http`. */
  readonly name?: string;
  /** `globalThis.fetch` where absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Until the answer is read. Default 30,000 ms. */
  readonly timeoutMs?: number;
  /** Where `{env:NAME}` is looked up. `process.env` where absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const MAX_ANSWER_OCTETS = 1_000_000;

/** Codes of errors that occur before a connection stands only: not one octet was written. */
const BEFORE_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/**
 * Submits messages to a gateway that takes HTTP, by a template of the request. 2xx: taken. 4xx and redirects: refused,
 * 429 for now. Everything else, 408 and 5xx included, is unknown and never sent again by itself, since gateways answer so
 * after they have taken a message, too. No URL, header or body is in a reason. Throws `CONFIG_INVALID`.
 */
export function createHttpSender(template: unknown, options: HttpSenderOptions = {}): Sender {
  const checked = readHttpTemplate(template);
  const { name = "http", timeoutMs = 30_000, fetch = (request) => globalThis.fetch(request) } = options;
  const environment = options.environment ?? globalThis.process?.env ?? {};
  valuesOf(checked, { from: "", to: "", text: "", encoding: "" }, environment);
  return {
    name,
    async send(message) {
      const request = requestOf(checked, message, environment, AbortSignal.timeout(timeoutMs));
      if (request === null)
        return { outcome: "rejected", reason: "no request can be made of this message", retryable: false };
      let response: Response;
      try {
        response = await fetch(request);
      } catch (error) {
        return failureOf(error, timeoutMs);
      }
      return readOutcome(checked, response);
    },
  };
}

function requestOf(
  template: HttpTemplate,
  { from, to, text, encoding = "auto" }: OutgoingMessage,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Request | null {
  const values = valuesOf(template, { from, to, text, encoding }, environment);
  try {
    const [body, type] = bodyOf(template, values);
    const headers = new Headers(type === null ? {} : { "content-type": type });
    for (const [key, value] of Object.entries(template.headers ?? {}))
      headers.set(
        key,
        fill(value, values, (plain) => plain),
      );
    return new Request(fill(template.url, values, encodeURIComponent), {
      method: template.method ?? "POST",
      headers,
      redirect: "manual",
      signal,
      ...(body === null ? {} : { body }),
    });
  } catch {
    // Lone surrogates in a URL, line ends in a header: the error would show the value.
    return null;
  }
}

function bodyOf({ json, form, text }: HttpTemplate, values: Values): readonly [string | null, string | null] {
  if (json !== undefined) return [JSON.stringify(fillJson(json, values)), "application/json"];
  if (form !== undefined) {
    const fields = new URLSearchParams();
    for (const [key, value] of Object.entries(form))
      fields.append(
        key,
        fill(value, values, (plain) => plain),
      );
    return [fields.toString(), "application/x-www-form-urlencoded"];
  }
  if (text !== undefined) return [fill(text.body, values, ESCAPES[text.escape]), "text/plain;charset=UTF-8"];
  return [null, null];
}

const XML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const ESCAPES = {
  none: (value: string) => value,
  json: (value: string) => JSON.stringify(value).slice(1, -1),
  xml: (value: string) => value.replace(/[&<>"']/g, (character) => XML[character] ?? character),
  url: encodeURIComponent,
} as const;

async function readOutcome(template: HttpTemplate, response: Response): Promise<SendOutcome> {
  const { status } = response;
  const accepted = template.accepted?.includes(status) ?? (status >= 200 && status <= 299);
  if (accepted) {
    const id = template.messageId === undefined ? null : idIn(await bodyText(response), template.messageId);
    return { outcome: "accepted", messageIds: id === null ? [] : [id], parts: 1 };
  }
  await response.body?.cancel().catch(() => undefined);
  const reason = `the gateway answered ${status === 0 ? "with a redirect" : status}`;
  // fetch hides the status of a redirect that it does not follow.
  const refused = status === 0 || (status >= 300 && status <= 499 && status !== 408);
  if (refused || template.rejected?.includes(status))
    return { outcome: "rejected", reason, retryable: status === 429 };
  return { outcome: "unknown", reason };
}

/** At most so much; the message was taken whatever the body says. */
async function bodyText(response: Response): Promise<string> {
  let text = "";
  let octets = 0;
  const decoder = new TextDecoder();
  try {
    const reader = response.body?.getReader();
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return text;
      octets += chunk.value.length;
      if (octets > MAX_ANSWER_OCTETS) {
        await reader?.cancel();
        return "";
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch {
    return "";
  }
}

function idIn(text: string, path: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function failureOf(error: unknown, timeoutMs: number): SendOutcome {
  if (nameOf(error) === "TimeoutError")
    return { outcome: "unknown", reason: `the gateway did not answer within ${timeoutMs} ms` };
  const codes = [error, Reflect.get(Object(error), "cause")].map((link) => Reflect.get(Object(link), "code"));
  const code = codes.find((found): found is string => typeof found === "string");
  if (code !== undefined && BEFORE_CONNECTION.test(code))
    return { outcome: "rejected", reason: `no connection to the gateway (${code})`, retryable: true };
  return { outcome: "unknown", reason: `the connection to the gateway broke (${code ?? "no reason given"})` };
}

const nameOf = (error: unknown): unknown => Reflect.get(Object(error), "name");
