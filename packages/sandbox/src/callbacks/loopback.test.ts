import { describe, expect, it } from "vitest";
import { judgeCallbackUrl } from "./loopback.ts";

describe("judgeCallbackUrl", () => {
  it.each([
    "http://localhost/x",
    "http://LOCALHOST:3000/x",
    "http://app.localhost/x",
    "https://127.0.0.1/x",
    "http://127.9.9.9:80/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://[::1]:8080/",
    "http://[::ffff:127.0.0.1]/",
  ])("lets %s pass", (url) => {
    expect(judgeCallbackUrl(url, "loopback")).toEqual({ ok: true });
  });

  it.each([
    "https://example.com/",
    "http://127.0.0.1.example.com/",
    "http://localhost.example.com/",
    "http://notlocalhost/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://0.0.0.0/",
    "http://[::2]/",
    "http://[::ffff:10.0.0.1]/",
    "http://user@example.com:80/#@127.0.0.1",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "//127.0.0.1/",
    "nonsense",
    "",
  ])("refuses %s and says why", (url) => {
    expect(judgeCallbackUrl(url, "loopback")).toEqual({ ok: false, reason: expect.any(String) });
  });

  it("lets hosts pass that were named, or all", () => {
    expect(judgeCallbackUrl("https://example.com/", ["example.com"]).ok).toBe(true);
    expect(judgeCallbackUrl("https://www.example.com/", ["example.com"]).ok).toBe(false);
    expect(judgeCallbackUrl("https://www.example.com/", "any").ok).toBe(true);
    expect(judgeCallbackUrl("file:///etc/passwd", "any").ok).toBe(false);
  });
});
