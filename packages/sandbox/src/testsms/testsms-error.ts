import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { TestSmsQuirks } from "../quirks/quirks.ts";

/** What TestSMS has to say against a request. Its document gives every error the schema "None". */
export interface TestSmsProblem {
  readonly status: ContentfulStatusCode;
  readonly message: string;
  readonly retryAfter?: number;
}

/** The answer that tells a problem, in one of the forms a client must be ready for. */
export function testSmsErrorResponse(problem: TestSmsProblem, style: TestSmsQuirks["errorBody"]): Response {
  const { status, message } = problem;
  const headers = new Headers();
  if (problem.retryAfter !== undefined) headers.set("retry-after", String(problem.retryAfter));
  if (style === "empty") return new Response(null, { status, headers });
  const [type, body] = {
    text: ["text/plain;charset=UTF-8", message],
    json: ["application/json", JSON.stringify({ error: message })],
    html: ["text/html", `<html><body><h1>HTTP Status ${status}</h1></body></html>`],
  }[style] as [string, string];
  headers.set("content-type", type);
  return new Response(body, { status, headers });
}
