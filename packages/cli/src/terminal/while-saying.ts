import type { Host } from "../host.ts";
import { printable } from "./printable.ts";
import { columnsOf } from "./width.ts";

/** Says on a terminal what is waited for, and takes the words away when it is over. Nothing where there is no terminal. */
export async function whileSaying<Result>(
  words: string,
  { stderr, onInterrupt }: Pick<Host, "stderr" | "onInterrupt">,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!stderr.isTTY) return work();
  const erase = (): void => {
    stderr.write("\r\u001b[K");
  };
  const forget = onInterrupt(erase);
  stderr.write(printable(words).slice(0, columnsOf(stderr, 80) - 1));
  try {
    return await work();
  } finally {
    forget();
    erase();
  }
}
