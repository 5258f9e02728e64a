import type { RouteTest } from "../tests/route-test.ts";
import type { TestBook } from "../tests/test-book.ts";

/**
 * The test that a message to this number is for: the one whose test text the message holds, the longest such
 * text first (one code can be part of another), tests that still wait before those that got theirs, then age.
 */
export function matchTest(books: readonly TestBook[], msisdn: string, text: string): RouteTest | null {
  let best: RouteTest | null = null;
  for (const book of books) {
    for (const test of book.at(msisdn)) {
      if (test.testText === null || !text.includes(test.testText)) continue;
      if (best === null || better(test, best)) best = test;
    }
  }
  return best;
}

function better(test: RouteTest, than: RouteTest): boolean {
  if (test.final !== than.final) return than.final;
  return (test.testText?.length ?? 0) > (than.testText?.length ?? 0);
}
