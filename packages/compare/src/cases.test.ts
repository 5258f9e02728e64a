import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each(["check.mjs", "count.mjs"])("the labelled cases keep their rules: %s", (script) => {
  const path = new URL(`../cases/${script}`, import.meta.url).pathname;
  const { status, stderr } = spawnSync(
    process.execPath,
    [path, "--check"].slice(0, script === "count.mjs" ? 2 : 1),
    {
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
