import type { CallbackHandler } from "@smsproof/vendor";
import { Hono } from "hono";

/** A Hono app that takes TelQ's callbacks, on Node, Workers, Deno or Bun. */
export function createApp(handleCallback: CallbackHandler): Hono {
  const app = new Hono();
  app.all("/telq/callbacks", (context) => handleCallback(context.req.raw));
  return app;
}
