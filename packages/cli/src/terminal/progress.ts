import { grouped } from "../decode/failures.ts";
import type { Host } from "../host.ts";
import { columnsOf } from "./width.ts";

/** A line on the terminal that says how far things are; nothing where there is no terminal. */
export interface Progress {
  update(state: { readonly octets: number; readonly records: number; readonly failed: number }): void;
  /** Takes the line away. */
  erase(): void;
}

/** Nothing is shown for what is done at once. */
const FIRST_AFTER_MS = 500;
const EVERY_MS = 100;

/**
 * Makes a {@link Progress} on the standard error. Silent unless that is a terminal, and also when the standard
 * output is the same terminal: the results themselves are progress enough.
 */
export function progressOn(host: Host, totalOctets: number | undefined): Progress {
  if (!host.stderr.isTTY || host.stdout.isTTY) return { update: () => {}, erase: () => {} };
  const startedAt = host.now();
  let nextAt = startedAt + FIRST_AFTER_MS;
  let shown = false;
  return {
    update({ octets, records, failed }) {
      const now = host.now();
      if (now < nextAt) return;
      nextAt = now + EVERY_MS;
      shown = true;
      const rate = grouped(Math.round((records * 1000) / (now - startedAt)));
      const of = totalOctets === undefined ? "" : ` of ${inBytes(totalOctets)}`;
      const line = `${inBytes(octets)}${of} · ${grouped(records)} records · ${rate}/s · ${grouped(failed)} failed`;
      const width = columnsOf(host.stderr, 80);
      host.stderr.write(`\r${line.slice(0, width - 1)}\u001b[K`);
    },
    erase() {
      if (shown) host.stderr.write("\r\u001b[K");
      shown = false;
    },
  };
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** An amount of data in decimal units: `512.3 MB`. */
export function inBytes(octets: number): string {
  let amount = octets;
  let unit = 0;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(1)} ${UNITS[unit]}`;
}
