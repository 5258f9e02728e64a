import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSecretVault } from "./secret-vault.ts";

describe("createSecretVault", () => {
  it("cuts secrets out as they stand, in JSON, in a URL and in a form", () => {
    const secret = 'p"ä ss&wörd+/=';
    const vault = createSecretVault();
    vault.addCredential(secret);
    const text = [
      secret,
      JSON.stringify({ secret }),
      encodeURIComponent(secret),
      String(new URLSearchParams({ secret })),
    ].join("\n");
    expect(vault.redact(text)).not.toMatch(/wörd|w%C3%B6rd/);
  });

  it("finds no secret of any form in what it gives", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(!"[hidden]".includes(secret) && !`${before}[hidden]${after}`.includes(secret));
          const vault = createSecretVault();
          vault.addCredential(secret);
          expect(vault.redact(before + secret + after)).not.toContain(secret);
        },
      ),
    );
  });

  it.each([
    ["authorization: Bearer abcdefghijkl", "authorization: Bearer [hidden]"],
    ["eyJhbGciOiJIUzUxMiJ9.eyJleHAiOjE1NjE4NDc5ODF9.c2lnbmF0dXJl", "[hidden]"],
    ['{"appKey": "keykeykey"}', '{"appKey": "[hidden]"}'],
    ["client_id=a&client_secret=b%20c&x=1", "client_id=a&client_secret=[hidden]&x=1"],
    ["https://x.example/cbk_abcdefghijklmnopqrstuvwxyz", "https://x.example/cbk_[hidden]"],
  ])("cuts out what looks like a secret: %s", (text, clean) => {
    expect(createSecretVault().redact(text)).toBe(clean);
  });

  it("remembers credentials for good and the last 32 tokens", () => {
    const vault = createSecretVault();
    vault.addCredential("the-credential");
    for (let at = 0; at < 100; at++) vault.addToken(`token-number-${at};`);
    expect(vault.redact("the-credential token-number-99; token-number-68;")).toBe(
      "[hidden] [hidden] [hidden]",
    );
    expect(vault.redact("token-number-3;")).toBe("token-number-3;");
  });

  it("ignores empty secrets", () => {
    const vault = createSecretVault();
    vault.addCredential("");
    vault.addToken("");
    expect(vault.redact("text")).toBe("text");
  });
});
