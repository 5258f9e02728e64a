import { UsageError } from "../exit-status.ts";

/**
 * A text with `{env:NAME}` filled in from the environment, once, so that a secret need not stand where others read it. The
 * value is put in as it is. Throws a {@link UsageError} that names `place` and the variable where there is none.
 */
export function withVariables(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
  place: string,
): string {
  return text.replace(/\{env:([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value = env[name];
    if (value === undefined) throw new UsageError(`${place}: the variable ${name} is not set`);
    return value;
  });
}
