import { Hono } from "hono";
export function inspectorApp(): Hono {
  return new Hono();
}
