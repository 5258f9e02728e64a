import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIAGNOSTICS } from "./diagnostic.ts";

const PACKAGE = new URL("..", import.meta.url);
const README = readFileSync(new URL("README.md", PACKAGE), "utf8");

/** The rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const section = README.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("the README", () => {
  it("lists every diagnostic with its severity, in order", () => {
    const rows = tableUnder("Diagnostics").map(([code, severity]) => [code?.replaceAll("`", ""), severity]);
    expect(rows).toEqual(Object.entries(DIAGNOSTICS));
  });

  it.each(tableUnder("What it promises"))("promises what tests hold: %s", (_, proof = "") => {
    const files = proof.split(";").map((text) => text.trim());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const [, path = ""] = /^`([^`]+)`/.exec(file) ?? [];
      expect(path).not.toBe("");
      const place = new URL(path, PACKAGE);
      expect(existsSync(place), path).toBe(true);
      for (const [, name = ""] of file.matchAll(/"([^"]+)"/g))
        expect(readFileSync(place, "utf8"), path).toContain(name);
    }
  });
});
