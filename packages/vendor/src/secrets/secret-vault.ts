/** Keeps the secrets of one client, to keep them out of everything else. */
export interface SecretVault {
  /** A credential: cut out from now on. Empty values are ignored. */
  addCredential(secret: string): void;
  /** A token. Tokens change daily: the last 32 are remembered. */
  addToken(secret: string): void;
  /** The text without any secret that was added, nor anything that looks like a token. */
  redact(text: string): string;
}

const HIDDEN = "[hidden]";

const TOKENS_REMEMBERED = 32;

/** JSON Web Tokens, `Authorization` values, and fields that hold credentials in JSON or form bodies. */
const LOOKS_SECRET: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, HIDDEN],
  [/\b(bearer|basic)\s+[\w+/=.~-]{8,}/gi, `$1 ${HIDDEN}`],
  [
    /("(?:appKey|access_token|client_secret|password|value|token)"\s*:\s*")(?:[^"\\]|\\.){8,}/gi,
    `$1${HIDDEN}`,
  ],
  [/\b((?:client_secret|password|access_token)=)[^&\s"]+/gi, `$1${HIDDEN}`],
  [/\bcbk_[\w-]{16,}/g, `cbk_${HIDDEN}`],
];

/** An empty vault. One for each client: two clients of one process know nothing of each other. */
export function createSecretVault(): SecretVault {
  const credentials = new Set<string>();
  const tokens: string[] = [];
  return {
    addCredential(secret) {
      if (secret !== "") credentials.add(secret);
    },
    addToken(secret) {
      if (secret === "" || tokens.includes(secret)) return;
      tokens.push(secret);
      if (tokens.length > TOKENS_REMEMBERED) tokens.shift();
    },
    redact(text) {
      let clean = text;
      for (const secret of [...credentials, ...tokens]) {
        for (const spelling of spellings(secret)) clean = clean.replaceAll(spelling, HIDDEN);
      }
      for (const [pattern, replacement] of LOOKS_SECRET) clean = clean.replace(pattern, replacement);
      return clean;
    },
  };
}

/** A vendor may echo a secret as it stands, in JSON, in a URL or in a form. */
function spellings(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  return [...new Set([secret, inJson, inUrl, inUrl.replaceAll("%20", "+")])];
}
