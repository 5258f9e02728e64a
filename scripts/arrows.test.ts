import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { faultsOf } from "./arrows.mjs";

describe("arrows between rooms", () => {
  test("are kept in this repository", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL("arrows.mjs", import.meta.url))],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test.each([
    ["an import upwards", { name: "@smsproof/pdu" }, 'import { compare } from "@smsproof/compare";', 2],
    ["a dependency upwards", { name: "@smsproof/pdu", dependencies: { "@smsproof/compare": "1" } }, "", 1],
    [
      "a concrete vendor in campaign",
      { name: "@smsproof/campaign", dependencies: { "@smsproof/telq": "1" } },
      "",
      1,
    ],
    ["an import that is not listed", { name: "@smsproof/compare" }, 'export * from "@smsproof/pdu";', 1],
    ["a dynamic import", { name: "@smsproof/vendor" }, 'await import("@smsproof/telq");', 2],
    ["an unknown room", { name: "@smsproof/attic" }, "", 1],
  ])("%s is a fault", (_, manifest, source, count) => {
    expect(faultsOf(manifest, { "src/index.ts": source })).toHaveLength(count);
  });

  test("a listed import downwards is none, nor is one of a test", () => {
    const manifest = { name: "@smsproof/compare", dependencies: { "@smsproof/pdu": "1" } };
    expect(faultsOf(manifest, { "src/index.ts": 'import { gsm7 } from "@smsproof/pdu";' })).toEqual([]);
    expect(faultsOf(manifest, { "src/x.test.ts": 'import { x } from "@smsproof/sandbox";' })).toEqual([]);
  });
});
