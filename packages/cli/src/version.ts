import { readFileSync } from "node:fs";

/** The version of this package, read from where it says so itself. */
export const VERSION: string = (() => {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
})();
