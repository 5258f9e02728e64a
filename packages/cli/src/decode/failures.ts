import { printable } from "../terminal/printable.ts";
import { type ErrorResult, errorInWords, placeInWords } from "./result.ts";

/** How many failures are told one by one. */
const SHOWN = 5;

/** Counts failed records and remembers the first few. */
export interface FailureLog {
  add(failure: ErrorResult): void;
  /** Failed records; one with several bad PDUs counts once. */
  readonly records: number;
  /** What to say at the end; empty when nothing failed. */
  summary(totalRecords: number): string;
}

/** Makes a {@link FailureLog}; `places` says whether it tells where, or only how many. */
export function failureLog(places = true): FailureLog {
  const first: string[] = [];
  let records = 0;
  let pdus = 0;
  let last: { file: string | null; record: number } | null = null;

  return {
    add(failure) {
      const { file, record } = failure.source;
      pdus += 1;
      if (last?.file !== file || last.record !== record) records += 1;
      last = { file, record };
      if (pdus <= SHOWN) first.push(printable(`${placeInWords(failure)}: ${errorInWords(failure.value)}`));
    },
    get records() {
      return records;
    },
    summary(totalRecords) {
      if (records === 0) return "";
      const count = `${grouped(records)} of ${grouped(totalRecords)} records failed.`;
      if (!places) return `${count}\n`;
      const more = pdus > first.length ? [`... and ${grouped(pdus - first.length)} more.`] : [];
      return [...first, ...more, count].map((line) => `${line}\n`).join("");
    },
  };
}

/** A count with thousands grouped: `4,812`. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}
