import type { Format } from "./format.ts";
import { toJson } from "./json-value.ts";

/** One JSON array, an element a line. */
export function jsonFormat(withSource: boolean): Format {
  let first = true;
  return {
    head: () => "[",
    result(result) {
      const separator = first ? "\n" : ",\n";
      first = false;
      return separator + toJson(result, withSource);
    },
    tail: () => (first ? "]\n" : "\n]\n"),
  };
}
