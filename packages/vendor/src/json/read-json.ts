import type { z } from "zod";
import type { ValidationIssue } from "../errors/vendor-error.ts";
import type { Answer } from "../transport/transport.ts";
import { parseLosslessJson } from "./lossless-json.ts";

/** The answer's JSON, 64-bit integers kept as strings. Throws a `ValidationError` where it is none. */
export function jsonOf(answer: Answer): unknown {
  try {
    return parseLosslessJson(answer.text);
  } catch {
    throw answer.contentError([{ path: "", message: "The body is not JSON." }]);
  }
}

/** The answer's JSON after a schema. Throws a `ValidationError` that names the places where it differs. */
export function readJson<S extends z.ZodType>(answer: Answer, schema: S): z.output<S> {
  const result = schema.safeParse(jsonOf(answer));
  if (!result.success) throw answer.contentError(toIssues(result.error));
  return result.data;
}

/** zod's issues as places and sentences. zod's own error is not handed on: it may hold the input. */
export function toIssues(error: z.ZodError): readonly ValidationIssue[] {
  return error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
}

/** `["destinationNetworks", 0, "mnc"]` -> `destinationNetworks[0].mnc`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
