import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageRows } from "./contract/readme-references.ts";
import { VENDOR_ERRORS } from "./errors/tree.ts";
import { DEFAULT_RETRY } from "./transport/retry.ts";

const url = new URL("../README.md", import.meta.url);
// The formatter pads the columns of tables.
const readme = readFileSync(url, "utf8").replace(/ +/g, " ");

describe("README.md", () => {
  it("names a test for every guarantee, and each of them exists", () => {
    const rows = coverageRows(url);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ references }) => references.length === 0)).toEqual([]);
    expect(rows.flatMap(({ references }) => references).filter(({ exists }) => !exists)).toEqual([]);
  });

  it("lists every error and the defaults of repetition", () => {
    for (const [code, { name }] of Object.entries(VENDOR_ERRORS))
      expect(readme).toContain(`| \`${name}\` | \`${code}\` |`);
    for (const [name, value] of Object.entries(DEFAULT_RETRY)) {
      expect(readme).toContain(`| \`retry.${name}\` | ${value.toLocaleString("en")} |`);
    }
  });
});
