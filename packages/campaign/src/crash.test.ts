import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

// The long form is `npm run test:crash`: 50 kills in 200 tests. Both run what is built.
it("no test is lost, made twice or sent twice when the process is killed 5 times", async () => {
  const script = fileURLToPath(new URL("../scripts/crash-test.mjs", import.meta.url));
  const args = [script, "--kills", "5", "--tests", "30"];
  // With faults it ends with status 1, and says on the standard output which.
  const told = await promisify(execFile)(process.execPath, args).catch((failure: unknown) => failure);
  const { stdout, stderr } = Object(told);
  expect(stdout, stderr).not.toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ kills: 5, tests: 32, faults: [] });
}, 400_000);
