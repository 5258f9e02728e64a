import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    node: "src/node.ts",
    dissect: "src/dissect/index.ts",
    charsets: "src/charsets/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  dts: { compilerOptions: { ignoreDeprecations: "6.0", types: ["node"] } },
  clean: true,
  treeshake: true,
  esbuildOptions(options) {
    options.charset = "utf8";
  },
  plugins: [
    {
      // esbuild turns constants of modules into variables, which V8 then loads anew at every use: tables that stay
      // constant make decoding a third faster.
      name: "constants stay constant",
      renderChunk: (code) => ({ code: code.replace(/^var (?=[A-Z][A-Z0-9_]* = )/gm, "const ") }),
    },
  ],
});
