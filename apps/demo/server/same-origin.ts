import type { MiddlewareHandler } from "hono";

/** How a refusal is written. */
export interface PlainError {
  readonly error: { readonly field: string; readonly message: string };
}

/** An error as the page reads it: the field, and a sentence. */
export function plainError(field: string, message: string): PlainError {
  return { error: { field, message } };
}

/**
 * Answers the page of this server and programs on this machine, and no page of another origin: what is done here may
 * cost credits. A browser says where a request comes from; a program says nothing.
 */
export const sameOriginOnly: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header("origin");
  const site = context.req.header("sec-fetch-site");
  const foreign =
    (origin !== undefined && origin !== new URL(context.req.url).origin) ||
    (site !== undefined && site !== "same-origin" && site !== "none");
  if (foreign) return context.json(plainError("origin", "Only the page of this server may ask."), 403);
  await next();
  return undefined;
};

/** Takes JSON alone, which no form of another site can send. */
export const jsonOnly: MiddlewareHandler = async (context, next) => {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return context.json(plainError("content-type", "must be application/json"), 415);
  await next();
  return undefined;
};
