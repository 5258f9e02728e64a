import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { withVariables } from "../command-line/variables.ts";
import { UsageError } from "../exit-status.ts";

/** A configuration as `smsproof monitor` takes it: what is the monitor's, and what the command makes it of. */
export interface MonitorFile {
  /** What `startMonitor` is handed. */
  readonly config: unknown;
  /** Senders by the names that routes call them: what `--via` takes, or `sandbox:NAME`. */
  readonly senders: Readonly<Record<string, string>>;
  /** Where rounds are kept, where the file says so. */
  readonly save: string | undefined;
  /** Routes of the sandbox, by the names of senders. */
  readonly sandbox: unknown;
  /** Names of the vendors that the routes are tested at. */
  readonly vendors: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type JsonObject = Readonly<Record<string, unknown>>;

const KEYS = ["routes", "webhook", "senders", "save", "sandbox"] as const;

/** Reads a configuration. `{env:NAME}` in a text is a variable of the environment: no secret has to be in the file. */
export async function readMonitorFile(
  path: string,
  env: Environment,
  sandbox: boolean,
): Promise<MonitorFile> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(
      `--config cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return monitorFileOf(parsed(text, path), { folder: dirname(resolve(path)), env, sandbox });
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would show a piece of the file.
    throw new UsageError(`--config ${path} is no JSON`);
  }
}

/** Where a configuration stands: paths in it are relative to its folder. In a sandbox senders need no passwords. */
interface Surroundings {
  readonly folder: string;
  readonly env: Environment;
  readonly sandbox: boolean;
}

/** The parts of a configuration. */
export function monitorFileOf(value: unknown, { folder, env, sandbox: tried }: Surroundings): MonitorFile {
  if (!isObject(value)) throw new UsageError("The configuration is no JSON object");
  const stray = Object.keys(value).find((key) => !KEYS.some((known) => known === key));
  if (stray !== undefined)
    throw new UsageError(`The configuration has no "${stray}"; there are ${KEYS.join(", ")}`);
  const { routes, webhook, senders, save, sandbox } = value;
  const filledWebhook = filled(webhook, env, "webhook");
  return {
    config: { routes, ...(webhook === undefined ? {} : { webhook: filledWebhook }) },
    senders: sendersOf(tried ? senders : filled(senders, env, "senders"), folder),
    save: saveOf(filled(save, env, "save"), folder),
    sandbox,
    vendors: vendorsOf(routes),
  };
}

function sendersOf(value: unknown, folder: string): Readonly<Record<string, string>> {
  if (!isObject(value))
    throw new UsageError("senders: an object is needed, a name and what --via takes for each");
  return Object.fromEntries(
    Object.entries(value).map(([name, via]) => {
      if (typeof via !== "string") throw new UsageError(`senders.${name}: what --via takes is needed`);
      const [, file] = /^http:(?!\/\/)(.+)$/is.exec(via) ?? [];
      return [name, file === undefined ? via : `http:${resolve(folder, file)}`];
    }),
  );
}

function saveOf(value: unknown, folder: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value === "")
    throw new UsageError("save: a folder or the URL of a Postgres server is needed");
  return /^postgres(?:ql)?:\/\//i.test(value) ? value : resolve(folder, value);
}

/** What is wrong with routes is said by the monitor. */
function vendorsOf(routes: unknown): readonly string[] {
  if (!Array.isArray(routes)) return [];
  const names = routes.map((route: unknown) => (isObject(route) ? route["vendor"] : undefined));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

function filled(value: unknown, env: Environment, path: string): unknown {
  if (typeof value === "string") return withVariables(value, env, path);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filled(inner, env, `${path}.${key}`)]),
  );
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
