import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listen } from "./listen.ts";
import { pageApp } from "./page-app.ts";
import { readPageFiles } from "./page-files.ts";
import { portOf } from "./port.ts";

const page = fileURLToPath(new URL("../page", import.meta.url));

try {
  if (!existsSync(page))
    throw new Error(`The page is not built yet: "npm run demo" in the repository builds and serves it.`);
  const { url, close } = await listen(pageApp(readPageFiles(page)), portOf(process.env["PORT"]));
  process.stdout.write(`smsproof is at ${url} (Ctrl-C ends it)\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
