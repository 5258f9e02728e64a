import { afterAll, describe, expect, it } from "vitest";
import { CARRIERS } from "../testing/carriers.ts";
import { runFaultySeed } from "../testing/random-faults.ts";

/** Twenty among the ordinary tests; `test:faults` asks for five hundred. */
const SEEDS = Number(process.env["SANDBOX_FAULT_SEEDS"] ?? 20);
const VENDORS = ["telq", "testsms"] as const;

describe("with faults at random, no test is lost and none is created twice", () => {
  const totals = { created: 0, refused: 0, "not-sent": 0, unknown: 0, faults: 0 };

  it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
    "seed %i",
    async (seed) => {
      const vendor = VENDORS[seed % 2] ?? "telq";
      const carrier = CARRIERS[Math.floor(seed / 2) % CARRIERS.length];
      if (carrier === undefined) throw new Error("there is no carrier");
      const { broken, outcomes, faultsStruck } = await runFaultySeed(vendor, carrier, seed);
      for (const [outcome, count] of Object.entries(outcomes))
        totals[outcome as keyof typeof outcomes] += count;
      totals.faults += faultsStruck;
      expect(broken).toEqual([]);
    },
    60_000,
  );

  afterAll(() => {
    if (SEEDS > 20) process.stdout.write(`${SEEDS} seeds: ${JSON.stringify(totals)}\n`);
    // Faults that never strike would prove nothing.
    expect(totals.faults).toBeGreaterThan(SEEDS);
    expect(Math.min(totals.created, totals.unknown, totals["not-sent"] + totals.refused)).toBeGreaterThan(0);
  });
});
