/** What a check found broken. */
export class Failure extends Error {
  /**
   * @param {string} check which promise is broken
   * @param {string} message
   */
  constructor(check, message) {
    super(message);
    this.check = check;
  }
}

/** Throws a `Failure` unless the promise is kept. */
export function keep(promise, check, message) {
  if (!promise) throw new Failure(check, typeof message === "function" ? message() : message);
}

/** What `run` gives: its value, or the `PduError` that it threw. Any other error is a `Failure`. */
export function outcomeOf(isPduError, what, run) {
  try {
    return { value: run(), error: null };
  } catch (error) {
    if (isPduError(error)) return { value: null, error };
    throw new Failure(
      "only a PduError may be thrown",
      `${what}: ${error instanceof Error ? error.stack?.split("\n").slice(0, 3).join(" ") : error}`,
    );
  }
}

/** Octets as upper-case hex. */
export function hexOf(octets) {
  return Buffer.from(octets).toString("hex").toUpperCase();
}

/** The octets of clean hex. */
export function octetsOf(hex) {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
