/** Makes our keys easy to find, in a log too. */
const PREFIX = "cbk_";
const PATTERN = /\bcbk_[\w-]{16,}/g;

/**
 * An unguessable path segment for callback URLs: `cbk_` and 32 characters of base64url, 192 random bits. A vendor that
 * signs nothing is known by it. Treat it as a password.
 */
export function createCallbackKey(): string {
  const octets = crypto.getRandomValues(new Uint8Array(24));
  const base64 = btoa(String.fromCharCode(...octets));
  return PREFIX + base64.replaceAll("+", "-").replaceAll("/", "_");
}

/** The text with every callback key made unusable: vendors echo the callback URL in their results. */
export function hideCallbackKeys(text: string): string {
  return text.replace(PATTERN, `${PREFIX}[hidden]`);
}
