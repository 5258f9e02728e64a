import { createSandbox, type Sandbox } from "@smsproof/sandbox";
import type { Environment } from "@smsproof/vendor";
import type { Hono } from "hono";
import { readLiveParties } from "./live-parties.ts";
import { routeTestApp } from "./route-test-app.ts";
import { createSandboxParty } from "./sandbox-party.ts";

/** The port of the sandbox's own page when it is free. */
const INSPECTOR_PORT = 4010;

/** Settings of {@link openDemo}. */
export interface DemoOptions {
  /** Where real vendors' credentials are looked for. */
  readonly environment: Environment;
  /** How many times as fast as the machine's clock the sandbox's runs. */
  readonly speed: number;
  /** Whether the sandbox's own page takes any free port. */
  readonly anyPort: boolean;
}

/** The sandbox, the vendors and the API over them. */
export interface Demo {
  readonly api: Hono;
  /** Where the sandbox can be watched. */
  readonly inspector: string;
  /** Stops what runs, and lets go of everything. */
  close(): Promise<void>;
}

/** Opens a sandbox in this process, reads the environment for real vendors, and makes the API. */
export async function openDemo({ environment, speed, anyPort }: DemoOptions): Promise<Demo> {
  const sandbox = createSandbox({ start: Date.now(), transitMs: [2_000, 9_000] });
  const { origin } = await listenSomewhere(sandbox, anyPort ? 0 : INSPECTOR_PORT);
  const inspector = `${origin}/`;
  const { parties, vault } = readLiveParties(environment);
  const all = [createSandboxParty(sandbox, speed), ...parties];
  const { app, campaigns } = routeTestApp({ parties: all, redact: vault.redact, inspector });
  return {
    api: app,
    inspector,
    async close() {
      await campaigns.close();
      await Promise.all(all.map((party) => party.close()));
    },
  };
}

async function listenSomewhere(sandbox: Sandbox, port: number): Promise<{ readonly origin: string }> {
  try {
    return await sandbox.listen({ port });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    return sandbox.listen({ port: 0 });
  }
}
