/**
 * Whether a URL can only reach this machine: `localhost` and names below it, 127.0.0.0/8, ::1 and its mapped
 * forms. WHATWG URL has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
 */
export function isLoopbackUrl(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  if (/^127(\.\d{1,3}){3}$/.test(host)) return true;
  return host === "[::1]" || /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(host);
}

/** Whether a callback may go to a URL, and if not, why. */
export type CallbackUrlVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Hosts that callbacks may reach: this machine only, these hosts too, or any. */
export type CallbackHosts = "loopback" | "any" | readonly string[];

/** Judges a callback URL before a test is created for it. */
export function judgeCallbackUrl(text: string, hosts: CallbackHosts): CallbackUrlVerdict {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return { ok: false, reason: "is not a URL" };
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return { ok: false, reason: "must be http or https" };
  const named = typeof hosts !== "string" && hosts.includes(url.hostname);
  if (hosts === "any" || named || isLoopbackUrl(url)) return { ok: true };
  return { ok: false, reason: "leaves this machine, which the sandbox was not allowed to do" };
}
