/** `2030-01-01T00:00:00Z`, rounded up to the second: nothing seems to happen before it did. */
export function isoSeconds(epochMs: number): string {
  return new Date(Math.ceil(epochMs / 1000) * 1000).toISOString().replace(".000Z", "Z");
}

/** `2030-01-01T00:00:00.000886Z`: milliseconds of the clock, then three digits of one's own (0 to 999). */
export function isoMicroseconds(epochMs: number, micros: number): string {
  return new Date(epochMs).toISOString().replace("Z", `${String(micros).padStart(3, "0")}Z`);
}

/** `2030-01-01T00:00:00.000+0000`: Java's `yyyy-MM-dd'T'HH:mm:ss.SSSZ`. */
export function isoJava(epochMs: number): string {
  return new Date(epochMs).toISOString().replace("Z", "+0000");
}

/** The same moment without its zone. */
export function withoutZone(text: string): string {
  return text.replace(/(Z|\+0000)$/, "");
}
