import type { RouteTest } from "../tests/route-test.ts";
import type { TestBook } from "../tests/test-book.ts";

/**
 * The test that a message to this number is for: the one whose test text the message holds, the longest such
 * text first (one code can be part of another), tests that still wait before those that got theirs, then age.
 */
export function matchTest(books: readonly TestBook[], msisdn: string, text: string): RouteTest | null {
  return longestIn(books, msisdn, text, "waiting") ?? longestIn(books, msisdn, text, "served");
}

function longestIn(
  books: readonly TestBook[],
  msisdn: string,
  text: string,
  which: "waiting" | "served",
): RouteTest | null {
  let best: RouteTest | null = null;
  let length = 0;
  for (const book of books) {
    for (const test of book.at(msisdn, which)) {
      if (test.testText === null || test.testText.length <= length || !text.includes(test.testText)) continue;
      best = test;
      length = test.testText.length;
    }
  }
  return best;
}
