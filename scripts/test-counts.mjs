// Adds up what every package's test run reported, and says it in one line.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(root, group, name)),
);
const reports = [root, ...rooms].map((room) => join(room, ".vitest/results.json"));

let passed = 0;
let failed = 0;
let skipped = 0;
for (const report of reports) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    passed += numPassedTests;
    failed += numFailedTests;
    skipped += numPendingTests;
    // A file that cannot be loaded fails without a failed test of its own.
    if (numFailedTests === 0) failed += numFailedTestSuites;
  } catch (error) {
    console.error(`no test report: ${report} (${error.message})`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
