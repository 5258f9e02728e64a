import type { Result } from "../decode/result.ts";
import { deliverJson } from "./deliver-json.ts";

/** A result as JSON: exactly the decoded value; with `--source`, where it came from as one property more. */
export function toJson(result: Result, withSource: boolean): string {
  if (result.kind === "deliver" && !withSource) return deliverJson(result.value);
  if (!withSource) return JSON.stringify(result.value);
  return result.kind === "message"
    ? JSON.stringify({ ...result.value, sources: result.sources })
    : JSON.stringify({ ...result.value, source: result.source });
}
