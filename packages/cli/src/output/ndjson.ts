import type { Format } from "./format.ts";
import { toJson } from "./json-value.ts";

/** One JSON value a line. */
export function ndjsonFormat(withSource: boolean): Format {
  return {
    head: () => "",
    result: (result) => `${toJson(result, withSource)}\n`,
    tail: () => "",
  };
}
