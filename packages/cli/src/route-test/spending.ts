import { createInterface } from "node:readline/promises";
import { grouped } from "../decode/failures.ts";
import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";

/**
 * Says what tests will cost, and asks on a terminal; in a pipe `--yes` must have been given. Whether to go on.
 */
export async function maySpend(
  { tests, vendor, yes }: { readonly tests: number; readonly vendor: string; readonly yes: boolean },
  host: Host,
): Promise<boolean> {
  const what = `${grouped(tests)} ${tests === 1 ? "test" : "tests"} at ${vendor}: ${grouped(tests)} ${tests === 1 ? "credit" : "credits"}`;
  if (yes || tests === 0) {
    host.stderr.write(`${what}.\n`);
    return true;
  }
  if (!host.stdin.isTTY || !host.stderr.isTTY)
    throw new UsageError(`${what}. Nobody is there to be asked: --yes says that this may be spent`);
  // Not as a terminal: Ctrl-C stays what it is.
  const asking = createInterface({ input: host.stdin, output: host.stderr, terminal: false });
  try {
    const answer = await asking.question(`${what}. Spend them? [y/N] `);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    asking.close();
  }
}
