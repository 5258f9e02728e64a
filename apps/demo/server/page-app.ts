import { Hono } from "hono";
import type { PageFile } from "./page-files.ts";

/** What the page may do: load from here and nowhere else. */
const CONTENT_SECURITY_POLICY: string = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Names under which a browser on this machine calls this machine. */
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The page's server as a fetch handler: the files, and under `/api` what the tabs ask of the server. */
export function pageApp(files: ReadonlyMap<string, PageFile>, api: Hono = new Hono()): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    // A foreign name that resolves to this machine must not make the page part of a foreign origin.
    if (!LOOPBACK_NAMES.has(new URL(context.req.url).hostname))
      return context.text("This page is served to this machine only.\n", 421);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
    return undefined;
  });
  app.route("/api", api);
  app.on(["GET", "HEAD"], "*", (context) => {
    const file = files.get(context.req.path);
    if (!file) return context.text("There is no such page.\n", 404);
    const headers = {
      "content-type": file.type,
      etag: file.etag,
      "cache-control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    };
    if (context.req.header("if-none-match") === file.etag) return context.body(null, 304, headers);
    return context.body(file.body, 200, headers);
  });
  app.all("*", (context) => context.text("Only GET and HEAD are understood.\n", 405, { allow: "GET, HEAD" }));
  return app;
}
