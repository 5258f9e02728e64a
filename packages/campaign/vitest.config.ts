import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Whole databases start and stop here: on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // The crash test mostly waits: the others run meanwhile.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
