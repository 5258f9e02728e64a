import { describe, expect, it } from "vitest";
import { createSandbox } from "../sandbox.ts";

describe("the inspector page", () => {
  it("comes with a policy that lets nothing in from elsewhere", async () => {
    const { fetch } = createSandbox();
    const page = await fetch("http://127.0.0.1/");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    const html = await page.text();
    for (const path of html.match(/\/_sandbox\/inspector\.\w+/g) ?? []) {
      expect((await fetch(`http://127.0.0.1${path}`)).status).toBe(200);
    }
    expect(html).not.toMatch(/https?:/);
  });
});
