import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test.each([
  ["the labelled cases keep their rules", "cases/check.mjs", []],
  ["what is counted of them is what they are", "cases/count.mjs", ["--check"]],
  ["the README's score is the engine's", "scripts/write-score.mjs", ["--check"]],
])("%s", (_, script, args) => {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
  expect([stderr, status]).toEqual(["", 0]);
});
