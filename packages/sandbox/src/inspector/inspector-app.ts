import { Hono } from "hono";
import { CONTROL_BASE_PATH } from "../control/control-app.ts";
import { INSPECTOR_HTML } from "./page.ts";
import { INSPECTOR_SCRIPT } from "./script.ts";
import { INSPECTOR_STYLE } from "./style.ts";

/** Everything comes from the sandbox itself, and nothing may be run that does not. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** `GET /`: a page that shows tests, messages, callbacks and faults as they happen. */
export function createInspectorApp(): Hono {
  const app = new Hono();
  const serve = (path: string, type: string, text: string): void => {
    app.get(path, (c) =>
      c.body(text, 200, {
        "content-type": `${type}; charset=utf-8`,
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      }),
    );
  };
  serve("/", "text/html", INSPECTOR_HTML);
  serve(`${CONTROL_BASE_PATH}/inspector.js`, "text/javascript", INSPECTOR_SCRIPT);
  serve(`${CONTROL_BASE_PATH}/inspector.css`, "text/css", INSPECTOR_STYLE);
  return app;
}
