import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // The end-to-end tests start processes: on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    maxConcurrency: 3,
    // No test leaves anything behind: loading everything once saves a third of the time.
    pool: "threads",
    isolate: false,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
