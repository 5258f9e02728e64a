import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Generous: two busy cores are no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Files share what they import: nothing here keeps state, and fast-check alone takes half a second to load.
    isolate: false,
    include: ["src/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
