import type { UserConfig } from "vite";

const config: UserConfig = {
  base: "./",
  server: { host: "127.0.0.1", port: 4000 },
  worker: { format: "es" },
  build: {
    outDir: "dist/page",
    target: "es2022",
    // Data URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

export default config;
