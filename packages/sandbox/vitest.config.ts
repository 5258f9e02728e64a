import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Sockets and a browser on a machine that does other work as well: slow is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // No test leaves anything behind; importing the clients, MSW and Hono anew for each file costs more than they do.
    isolate: false,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
  },
});
