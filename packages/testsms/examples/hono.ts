import type { CallbackHandler } from "@smsproof/vendor";
import { Hono } from "hono";

/**
 * A Hono app that takes TestSMS's callbacks. The last segment of the path is the run's key, which the handler checks: give
 * `https://<this app>/testsms/callbacks` as `callbacks.url`.
 */
export function createApp(handleCallback: CallbackHandler): Hono {
  const app = new Hono();
  app.all("/testsms/callbacks/:key", (context) => handleCallback(context.req.raw));
  return app;
}
