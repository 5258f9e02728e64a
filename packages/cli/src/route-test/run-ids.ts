import type { CreateOutcome, RouteTest, Vendor } from "@smsproof/vendor";

/**
 * A sandbox's vendor whose ids no other run has: every sandbox counts its tests from the same number, and a store that
 * keeps several runs knows a test by its vendor and id.
 */
export function withRunIds(vendor: Vendor, run: string): Vendor {
  const prefix = `${run}-`;
  const outer = (test: RouteTest): RouteTest => ({ ...test, id: prefix + test.id });
  const inner = (test: RouteTest): RouteTest => ({ ...test, id: test.id.slice(prefix.length) });
  return {
    ...vendor,
    async createTests(request, options) {
      const outcomes = await vendor.createTests(request, options);
      return outcomes.map(
        (outcome): CreateOutcome =>
          outcome.outcome === "created" ? { ...outcome, test: outer(outcome.test) } : outcome,
      );
    },
    getResult: (test, options) => vendor.getResult(inner(test), options),
    waitForResult: (test, options) => vendor.waitForResult(inner(test), options),
    updates: (test, options) => vendor.updates(inner(test), options),
  };
}
