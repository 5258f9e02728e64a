const ENCODER = new TextEncoder();

/** A JSON Web Token, HS512 as in the vendor's sample (RFC 7519, RFC 7518). */
export async function signJwt(claims: object, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const signed = `${encoded({ typ: "JWT", alg: "HS512" })}.${encoded(claims)}`;
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-512" }, false, [
    "sign",
  ]);
  const signature = await crypto.subtle.sign("HMAC", key, ENCODER.encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

const encoded = (value: object): string => base64url(ENCODER.encode(JSON.stringify(value)));

function base64url(octets: Uint8Array): string {
  let binary = "";
  for (const octet of octets) binary += String.fromCharCode(octet);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
