import type { RouteTest } from "./route-test.ts";

/** Tests by the number of their handset, in the order in which they came. */
export interface NumberIndex {
  add(test: RouteTest): void;
  remove(test: RouteTest): void;
  at(msisdn: string): Iterable<RouteTest>;
}

const NONE: readonly RouteTest[] = [];

/** An empty index. A test without a number is in none. */
export function createNumberIndex(): NumberIndex {
  const tests = new Map<string, Set<RouteTest>>();
  return {
    add(test) {
      if (test.msisdn === null) return;
      const there = tests.get(test.msisdn);
      if (there === undefined) tests.set(test.msisdn, new Set([test]));
      else there.add(test);
    },
    remove(test) {
      if (test.msisdn === null) return;
      const there = tests.get(test.msisdn);
      if (there?.delete(test) && there.size === 0) tests.delete(test.msisdn);
    },
    at: (msisdn) => tests.get(msisdn) ?? NONE,
  };
}
