import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

// The long form is `npm run test:crash`: 50 kills in 200 tests. Both run what is built.
it("no test is lost, made twice or sent twice when the process is killed 5 times", async () => {
  const script = fileURLToPath(new URL("../scripts/crash-test.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--kills", "5", "--tests", "24"]);
  expect(JSON.parse(stdout)).toMatchObject({ kills: 5, tests: 24, faults: [] });
}, 180_000);
