import type { Host } from "../host.ts";
import { printable } from "./printable.ts";
import { columnsOf } from "./width.ts";

/** Says on a terminal what is waited for, and takes the words away when it is over. Nothing where there is no terminal. */
export async function whileSaying<Result>(
  words: string,
  { stderr }: Pick<Host, "stderr">,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!stderr.isTTY) return work();
  stderr.write(printable(words).slice(0, columnsOf(stderr, 80) - 1));
  try {
    return await work();
  } finally {
    stderr.write("\r\u001b[K");
  }
}
