import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["{src,server,test}/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
    // The tests of the page mostly wait for the browser.
    maxWorkers: 2,
    expect: { poll: { timeout: 8_000, interval: 20 } },
    testTimeout: 120_000,
    hookTimeout: 20_000,
  },
};

export default config;
