import { defineConfig } from "vitest/config";

/** Fewer tests make a run faster and its score no higher: `MUTANT_TESTS=src/address.test.ts,src/user-data.test.ts`. */
const chosen = process.env["MUTANT_TESTS"]?.split(",");

/** The tests that mutation tests run: those of the field readers, without what only asks other rooms the same again. */
export default defineConfig({
  test: {
    include: chosen ?? ["src/*.test.ts", "src/{conformance,encode,gsm7,reassembly}/*.test.ts"],
    // The one replays findings, the other looks at dist/, which no mutant is in.
    exclude: ["src/conformance/findings.test.ts", "src/built.test.ts"],
    // A mutant is chosen while the code runs: modules need not be loaded again for each test file.
    isolate: false,
    // Instrumented code is slower, and the machine may be busy.
    testTimeout: 60_000,
  },
});
