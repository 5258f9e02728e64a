/** The port of the page when nothing else is said. */
const DEFAULT_PORT = 4000;

/** Reads the PORT variable: a whole number from 0 (any free port) to 65535, unset for 4000. Throws a `RangeError`. */
export function portOf(value: string | undefined): number {
  if (value === undefined || value === "") return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535))
    throw new RangeError(`PORT is ${JSON.stringify(value)}; it takes a whole number from 0 to 65535.`);
  return port;
}
