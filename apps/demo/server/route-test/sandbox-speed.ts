/** How many times as fast as the machine's clock the sandbox's runs when nothing else is said. */
const DEFAULT_SPEED = 12;

/** The fastest: a test then lasts a tenth of a second. */
const GREATEST_SPEED = 1_000;

/** Reads the SANDBOX_SPEED variable: a number from 1 to 1,000, unset for 12. Throws a `RangeError`. */
export function speedOf(value: string | undefined): number {
  if (value === undefined || value === "") return DEFAULT_SPEED;
  const speed = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (!(speed >= 1 && speed <= GREATEST_SPEED))
    throw new RangeError(
      `SANDBOX_SPEED is ${JSON.stringify(value)}; it takes a whole number from 1 to ${GREATEST_SPEED.toLocaleString("en")}.`,
    );
  return speed;
}
