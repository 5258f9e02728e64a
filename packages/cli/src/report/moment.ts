import { UsageError } from "../exit-status.ts";

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

const isUnit = (text: string | undefined): text is keyof typeof UNIT_MS =>
  text !== undefined && Object.hasOwn(UNIT_MS, text);

/** A date or a time with its zone. A time without one would be another moment on each machine. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/i;

/** The moment of an option, ISO 8601 in UTC: `7d`, `12h` and the like are so long ago, a date begins at midnight UTC. */
export function momentOf(option: string, text: string | undefined, now: number): string | undefined {
  if (text === undefined) return undefined;
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (isUnit(unit)) return new Date(now - Number(amount) * UNIT_MS[unit]).toISOString();
  const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new UsageError(
      `--${option} takes a date such as 2026-11-01, a time such as 2026-11-01T08:00Z, or 7d, 12h, 30m ago, not "${text}"`,
    );
  return new Date(at).toISOString();
}
