import { type AccessToken, type Answer, parseLosslessJson, readJson, type Transport } from "@smsproof/vendor";
import { decodeJwt } from "jose";
import type { TestsmsSchemas } from "./api/schemas.ts";
import type { TestsmsCredentials } from "./options.ts";

/** "This token expires in 24 hours." */
const DAY_MS = 86_400_000;

/** Asks TestSMS for a token, by whichever of its two flows the credentials are for. */
export async function fetchToken(
  transport: Transport,
  credentials: TestsmsCredentials,
  schemas: TestsmsSchemas,
): Promise<AccessToken> {
  const call = { operation: "token", kind: "token", method: "POST", tokens: null } as const;
  if (credentials.flow === "user") {
    const { email, password } = credentials;
    const body = { type: "application/json", text: JSON.stringify({ email, password }) };
    const answer = await transport.call({ ...call, path: "v1/token", body });
    const value = bareToken(answer);
    return { value, lifetimeMs: lifetimeOf(value, null) };
  }
  // The document marks all three as optional and shows an empty body; a call without them is useless.
  const form = new URLSearchParams({
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    grant_type: "client_credentials",
  });
  const body = { type: "application/x-www-form-urlencoded", text: form.toString() };
  const answer = await transport.call({ ...call, path: "v1/access-token", body });
  const { access_token, expires_in } = readJson(answer, schemas.tokenResponse);
  return { value: access_token, lifetimeMs: lifetimeOf(access_token, expires_in ?? null) };
}

/** `/v1/token` answers one JSON string, "as simple text" by its prose: both are taken. */
function bareToken(answer: Answer): string {
  const text = answer.text.trim();
  let value: unknown = text;
  try {
    value = parseLosslessJson(text);
  } catch {
    // Not JSON: the text itself.
  }
  if (typeof value === "string" && /^[\w.~+/=-]{8,}$/.test(value)) return value;
  throw answer.contentError([
    { path: "", message: "The body is neither a token nor a JSON string that holds one." },
  ]);
}

/**
 * How long a token lives: as the answer says, else as its own claims say, else a day. `exp - iat` is a duration on the
 * vendor's clock; `exp` alone would be wrong by as much as ours differs from it.
 */
function lifetimeOf(token: string, expiresInSeconds: number | null): number {
  if (expiresInSeconds !== null) return expiresInSeconds * 1000;
  try {
    const { exp, iat } = decodeJwt(token);
    return exp !== undefined && iat !== undefined && exp > iat ? (exp - iat) * 1000 : DAY_MS;
  } catch {
    return DAY_MS;
  }
}
