import { defineConfig } from "vitest/config";

/** Five hundred seeds of faults at random: minutes, so not among the ordinary tests. */
export default defineConfig({
  test: {
    include: ["src/contract/random-faults.test.ts"],
    env: { SANDBOX_FAULT_SEEDS: "500" },
    reporters: ["dot"],
  },
});
