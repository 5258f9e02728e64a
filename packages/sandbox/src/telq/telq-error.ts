import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isoJava } from "../http/vendor-time.ts";
import type { TelqQuirks } from "../quirks/quirks.ts";

/** A field that a request got wrong, as TelQ's validation names it. */
export interface FieldError {
  /** `destinationNetworks[0].mnc` */
  readonly field: string;
  readonly defaultMessage: string;
  readonly rejectedValue: unknown;
}

/** What TelQ has to say against a request. */
export interface TelqProblem {
  readonly status: ContentfulStatusCode;
  readonly message: string;
  /** `plain`: {name, message, code, status}; `spring`: {timestamp, status, error, message, path}. */
  readonly shape: "plain" | "spring";
  readonly fields?: readonly FieldError[];
  readonly retryAfter?: number;
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  413: "Payload Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** The words for a status. */
export const reasonPhrase = (status: number): string => REASONS[status] ?? "Error";

/** The answer that tells a problem. The two JSON shapes are those of the vendor's own SDK tests. */
export function telqErrorResponse(
  problem: TelqProblem,
  at: { readonly path: string; readonly now: number },
  style: TelqQuirks["errorBody"],
): Response {
  const headers = new Headers();
  if (problem.retryAfter !== undefined) headers.set("retry-after", String(problem.retryAfter));
  const respond = (type: string | null, body: string | null): Response => {
    if (type !== null) headers.set("content-type", type);
    return new Response(body, { status: problem.status, headers });
  };
  if (style === "empty") return respond(null, null);
  if (style === "text") return respond("text/plain;charset=UTF-8", problem.message);
  if (style === "html") {
    const title = `${problem.status} ${reasonPhrase(problem.status)}`;
    return respond(
      "text/html",
      `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    );
  }
  const body = problem.shape === "plain" ? plainBody(problem) : springBody(problem, at);
  return respond("application/json", JSON.stringify(body));
}

/** {name, message, code, status}: what the token calls answer. */
export function plainBody({ status, message }: Pick<TelqProblem, "status" | "message">): object {
  return { name: reasonPhrase(status), message, code: 0, status };
}

/** Spring's error attributes: what validation and unknown ids answer. */
export function springBody(
  { status, message, fields }: Pick<TelqProblem, "status" | "message" | "fields">,
  { path, now }: { readonly path: string; readonly now: number },
): object {
  const body = { timestamp: isoJava(now), status, error: reasonPhrase(status), message, path };
  if (fields === undefined) return body;
  const errors = fields.map(({ field, defaultMessage, rejectedValue }) => {
    const name = field.replace(/\[\d+\]/g, "");
    return {
      codes: [`Invalid.testRequest.${name}`, "Invalid"],
      arguments: [
        { codes: [`testRequest.${name}`, name], arguments: null, defaultMessage: name, code: name },
      ],
      defaultMessage,
      objectName: "testRequest",
      field,
      rejectedValue: rejectedValue ?? null,
      bindingFailure: false,
      code: "Invalid",
    };
  });
  return { ...body, errors };
}
