import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = "/usr/lib/postgresql";

/** A Postgres server for one test file. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where Debian puts the newest server's binaries; `null` without the package. */
export function postgresBinaries(): string | null {
  if (!existsSync(ROOT)) return null;
  const versions = readdirSync(ROOT).filter((version) => existsSync(join(ROOT, version, "bin", "initdb")));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(ROOT, newest, "bin");
}

/** Starts a server on a free port of this machine. It refuses to run as root: then Debian's user `postgres` runs it. */
export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "smsproof-postgres-"));
  const asRoot = process.getuid?.() === 0;
  const command = (name: string, args: readonly string[]): readonly [string, string[]] =>
    asRoot
      ? ["runuser", ["-u", "postgres", "--", join(binaries, name), ...args]]
      : [join(binaries, name), [...args]];
  if (asRoot) {
    await chmod(folder, 0o755);
    await run("chown", ["postgres", folder]);
  }
  const data = join(folder, "data");
  await run(...command("initdb", ["-D", data, "-U", "smsproof", "-A", "trust", "-E", "UTF8", "--no-sync"]));
  const port = await freePort();
  const options = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-F"];
  const server = spawn(...command("postgres", options), { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  for (let tries = 0; ; tries++) {
    try {
      await run(join(binaries, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]);
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url: `postgres://smsproof@127.0.0.1:${port}/postgres`,
    async stop() {
      await run(...command("pg_ctl", ["-D", data, "-m", "immediate", "stop"])).catch(() => undefined);
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
