import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Quirks } from "../quirks/quirks.ts";
import { plainBody, reasonPhrase, springBody, telqErrorResponse } from "../telq/telq-error.ts";
import { testSmsErrorResponse } from "../testsms/testsms-error.ts";
import type { FaultEffect } from "./fault-rule.ts";

/** What the caller of the API gets: an answer, or a connection that ends before or within it. */
export type Reply =
  | { readonly kind: "whole"; readonly response: Response }
  | { readonly kind: "cut"; readonly response: Response; readonly octets: Uint8Array<ArrayBuffer> }
  | { readonly kind: "none" };

/** Carries out a fault: `answer` is only asked where the vendor is to see the request. */
export async function spoil(
  effect: FaultEffect,
  at: {
    readonly target: "telq" | "testsms";
    readonly path: string;
    readonly now: number;
    readonly quirks: Quirks;
  },
  answer: () => Promise<Response>,
): Promise<Reply> {
  const seen = effect.stage === "after" || effect.reset === "body" || effect.truncate === true;
  const refuses = effect.status !== undefined || effect.reset === "before";
  // Both a fault that only slows down and one whose spoilt answer needs a real one let the vendor act.
  const real = seen || !refuses ? await answer() : null;
  if (effect.reset === "before") return { kind: "none" };
  const response = effect.status === undefined && real !== null ? real : faultResponse(effect, at);
  const changed = withHeaders(response, effect);
  const cut = effect.reset === "body" || effect.truncate === true;
  if (!cut || BODILESS.has(changed.status)) return { kind: "whole", response: changed };
  const octets = new Uint8Array(await changed.arrayBuffer());
  const half = octets.slice(0, Math.floor(octets.length / 2));
  if (effect.reset === "body") {
    return { kind: "cut", response: new Response(null, changed), octets: half };
  }
  return { kind: "whole", response: new Response(half, changed) };
}

/** Statuses whose answer has no body, whatever was asked for (RFC 9110, 15.3.5, 15.3.6, 15.4.5). */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

function faultResponse(
  effect: FaultEffect,
  at: {
    readonly target: "telq" | "testsms";
    readonly path: string;
    readonly now: number;
    readonly quirks: Quirks;
  },
): Response {
  const status = (effect.status ?? 500) as ContentfulStatusCode;
  if (BODILESS.has(status)) return new Response(null, { status });
  const message = `${reasonPhrase(status)} (fault)`;
  const json = (body: object): Response =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  switch (effect.body) {
    case undefined: {
      if (at.target === "testsms")
        return testSmsErrorResponse({ status, message }, at.quirks.testsms.errorBody);
      return telqErrorResponse({ status, message, shape: "spring" }, at, at.quirks.telq.errorBody);
    }
    case "empty":
      return new Response(null, { status });
    case "text":
      return new Response(message, { status, headers: { "content-type": "text/plain;charset=UTF-8" } });
    case "html":
      return new Response(`<html><body><h1>${message}</h1></body></html>`, {
        status,
        headers: { "content-type": "text/html" },
      });
    case "json":
      return json({ error: message });
    case "telq":
      return json(plainBody({ status, message }));
    case "spring":
      return json(springBody({ status, message }, at));
    default:
      return effect.body satisfies never;
  }
}

function withHeaders(response: Response, { headers, retryAfter }: FaultEffect): Response {
  for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value);
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
}
