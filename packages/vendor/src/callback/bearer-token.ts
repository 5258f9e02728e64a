import { equalSecrets } from "../secrets/constant-time.ts";

const BEARER = /^bearer +/i;

/**
 * Whether an Authorization header carries the token: as `Bearer <token>` or bare, since TelQ's document says both. Any
 * other scheme, and no header at all, does not. Takes the same time for every wrong token.
 */
export function carriesToken(authorization: string | null, token: string): Promise<boolean> {
  const given = (authorization ?? "").trim().replace(BEARER, "");
  return equalSecrets(given, token.replace(BEARER, "")).then((equal) => equal && token !== "");
}
