/** Hosts that a request reaches without leaving the machine. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * What is wrong with a base URL, or `null`. It must be absolute, without credentials, query and fragment, and `https:`
 * unless it names this machine: the credentials travel in it.
 */
export function baseUrlFault(text: string): string | null {
  if (!URL.canParse(text)) return "is not an absolute URL";
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return "must not contain a user name or a password";
  if (url.search !== "" || url.hash !== "") return "must not have a query or a fragment";
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return "must be an https: URL";
  return LOOPBACK.test(url.hostname) ? null : "must be an https: URL: credentials would travel in the clear";
}
