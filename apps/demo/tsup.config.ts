import type { Options } from "tsup";

const config: Options = {
  entry: { main: "server/main.ts" },
  outDir: "dist/server",
  format: ["esm"],
  target: "node20",
  clean: true,
};

export default config;
