/// <reference types="node" />
import { inspect } from "node:util";

/**
 * Which of the secrets can be seen in a value, by everything that prints: `util.inspect` to any depth with hidden
 * properties, getters and proxies, `JSON.stringify`, `String`, and for errors the stack.
 */
export function secretsShown(value: unknown, secrets: readonly string[]): readonly string[] {
  const forms = [
    inspect(value, {
      depth: Number.POSITIVE_INFINITY,
      showHidden: true,
      getters: true,
      maxArrayLength: null,
      maxStringLength: null,
    }),
    inspect(value, {
      depth: Number.POSITIVE_INFINITY,
      showHidden: true,
      showProxy: true,
      customInspect: false,
    }),
    jsonOf(value),
    stringOf(value),
    value instanceof Error ? (value.stack ?? "") : "",
  ];
  return secrets.filter((secret) => forms.some((form) => form.includes(secret)));
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

function stringOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "";
  }
}
