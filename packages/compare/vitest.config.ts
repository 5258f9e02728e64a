import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Generous: two busy cores are no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    include: ["src/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
