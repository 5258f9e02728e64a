import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listen } from "./listen.ts";
import { pageApp } from "./page-app.ts";
import { readPageFiles } from "./page-files.ts";
import { portOf } from "./port.ts";
import { openDemo } from "./route-test/open-demo.ts";
import { speedOf } from "./route-test/sandbox-speed.ts";

const page = fileURLToPath(new URL("../page", import.meta.url));

try {
  if (!existsSync(page))
    throw new Error(`The page is not built yet: "npm run demo" in the repository builds and serves it.`);
  const port = portOf(process.env["PORT"]);
  const speed = speedOf(process.env["SANDBOX_SPEED"]);
  const demo = await openDemo({ environment: process.env, speed, anyPort: port === 0 });
  const { url, close } = await listen(pageApp(readPageFiles(page), demo.api), port);
  process.stdout.write(
    `smsproof is at ${url} (Ctrl-C ends it)\nIts sandbox can be watched at ${demo.inspector}\n`,
  );
  const end = async (): Promise<void> => {
    await close();
    await demo.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
