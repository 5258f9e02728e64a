/** Variables by name. `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The process's variables, in Node, Deno and Bun; none elsewhere. One that may not be read (Deno without
 * `--allow-env`) counts as absent.
 */
export function readEnvironment(name: string, environment?: Environment): string | undefined {
  try {
    const variables =
      environment ?? (Reflect.get(globalThis, "process") as { env?: Environment } | undefined)?.env;
    const value = variables?.[name]?.trim();
    return value === "" ? undefined : value;
  } catch {
    return undefined;
  }
}
