/**
 * Any value as a text: a string as it stands, everything else as JSON. Unlike `String`, it does not throw on what JSON
 * can hold: `{"toString":0}`.
 */
export function rawText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}
