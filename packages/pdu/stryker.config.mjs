/** Mutation tests of the codec, run by hand: `npm run mutants`, or `npm run mutants -- -m src/address.ts`. */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutants.config.ts", related: false },
  coverageAnalysis: "perTest",
  // What is made while a module is loaded, such as tables, would need all tests again for each mutant.
  ignoreStatic: true,
  concurrency: 1,
  // Its comment would make the generated alphabets differ from what their script makes.
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: ".stryker/incremental.json",
  tempDirName: ".stryker-tmp",
  ignorePatterns: [".stryker", "dist", ".turbo", ".vitest", "bench", "README.md"],
  // Tables, types and what only tests use are no field readers.
  mutate: [
    "src/*.ts",
    "src/gsm7/*.ts",
    "src/encode/*.ts",
    "src/reassembly/*.ts",
    "!src/**/*.test.ts",
    "!src/**/*.generated.ts",
    "!src/index.ts",
    "!src/node.ts",
  ],
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: ".stryker/mutation.json" },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: 90, break: null },
  timeoutMS: 20_000,
  allowConsoleColors: false,
};
