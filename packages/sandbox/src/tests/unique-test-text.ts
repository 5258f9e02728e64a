import type { TestBook } from "./test-book.ts";

const TRIES = 50;

/**
 * A test text that no other open test of this handset has. A short numeric one can run out of values: the
 * last try stands then, and of two equal tests the older one gets the message.
 */
export function uniqueTestText(book: TestBook, msisdn: string, make: () => string): string {
  let text = make();
  for (let i = 1; i < TRIES && book.hasOpen(msisdn, text); i++) text = make();
  return text;
}
