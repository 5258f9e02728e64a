import { styleText } from "node:util";
import type { Output } from "../host.ts";

type Look = Parameters<typeof styleText>[0];

/** Puts a look on text, or leaves it as it is where there are no colours. */
export type Style = (look: Look, text: string) => string;

/** Colours as the output and the environment want them. */
export function styleFor(
  output: Pick<Output, "isTTY">,
  env: Readonly<Record<string, string | undefined>>,
): Style {
  if (!hasColours(output, env)) return (_look, text) => text;
  // Whether there are colours is decided above, not by the process's own standard output.
  return (look, text) => styleText(look, text, { validateStream: false });
}

/**
 * `FORCE_COLOR` counts most (0 and false switch off), then `NO_COLOR`, then `TERM=dumb`, then whether the output
 * is a terminal. A variable that is empty counts as not set (force-color.org, no-color.org).
 */
function hasColours(
  output: Pick<Output, "isTTY">,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force) return force !== "0" && force !== "false";
  if (no) return false;
  return output.isTTY === true && term !== "dumb";
}
