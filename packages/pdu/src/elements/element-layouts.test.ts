import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { elementName } from "../header-elements.ts";
import { layoutOf, layoutsOfKind } from "./element-layouts.ts";

describe("layouts", () => {
  it("are there for every identifier with a meaning but the two that have no fixed places", () => {
    for (let id = 0; id <= 0xff; id++) {
      const means = elementName(id) !== "reserved" && id !== 0x22 && id !== 0x23;
      expect(layoutOf(id, false)?.id, `element ${id}`).toBe(means ? id : undefined);
    }
  });

  it("are found by their kind", () => {
    expect(layoutsOfKind("ports").map(({ id }) => id)).toEqual([4, 5]);
    expect(layoutsOfKind("sc-specific")).toHaveLength(32);
    expect(layoutsOfKind("extended-object-continuation").map(({ id }) => id)).toEqual([0x14]);
    expect(layoutsOfKind("constructor")).toEqual([]);
  });

  it("fill whole octets, and no field crosses the border of one", () => {
    for (let id = 0; id <= 0xff; id++)
      for (const continues of [false, true]) {
        let bit = 0;
        for (const { bits } of layoutOf(id, continues)?.fields ?? []) {
          const crosses = bits < 8 ? (bit & 7) + bits > 8 : (bit & 7) !== 0 || (bits !== 8 && bits !== 16);
          expect(crosses, `element ${id}`).toBe(false);
          bit += bits;
        }
        expect(bit & 7, `element ${id}`).toBe(0);
      }
  });
});

/** The files that a source file imports for more than their types, directly or not. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, "utf8");
  for (const [, clause = "", target = ""] of source.matchAll(
    /^(?:import|export) ([^;]*?)from "(\.[^"]+)";/gm,
  ))
    if (!clause.startsWith("type ")) importsOf(join(dirname(file), target), seen);
  return seen;
}

describe("the readers of elements", () => {
  const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

  it.each(["../decode-deliver.ts", "../decode.ts", "../encode/encode.ts"])("cost %s nothing", (name) => {
    const files = [...importsOf(source(name))];
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => file.includes("/elements/"))).toEqual([]);
  });

  it("are what the index exports", () => {
    expect([...importsOf(source("../index.ts"))]).toContain(source("element.ts"));
  });
});
