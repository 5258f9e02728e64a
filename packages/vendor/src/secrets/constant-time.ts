/** Whether two octet strings of equal length are equal. Reads all of both whatever they hold. */
export function equalOctets(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}

/**
 * Whether two texts are equal, in a time that depends on neither. Both are hashed first, so that lengths agree and
 * nothing about the expected text can be learnt step by step.
 */
export async function equalSecrets(given: string, expected: string): Promise<boolean> {
  const [left, right] = await Promise.all([sha256(given), sha256(expected)]);
  return equalOctets(left, right);
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
