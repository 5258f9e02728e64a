/** Whether this is a page or a worker of a browser, where every visitor could read the credentials. */
export function runsInBrowser(scope: object = globalThis): boolean {
  const window: unknown = Reflect.get(scope, "window");
  if (typeof window === "object" && window !== null && "document" in window) return true;
  const agent: unknown = (Reflect.get(scope, "navigator") as { userAgent?: unknown } | undefined)?.userAgent;
  return "importScripts" in scope && typeof agent === "string" && agent.startsWith("Mozilla/");
}
