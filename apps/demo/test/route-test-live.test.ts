import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SandboxServer, startSandboxServer } from "@smsproof/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { hasChromium, serveForTests } from "./open-page.ts";
import { weakTexts } from "./page-looks.ts";

const folder = mkdtempSync(join(tmpdir(), "smsproof-live-page-"));
const SECRET = "key-of-nobody";
let vendor: SandboxServer | undefined;

/** The vendor's variables as a user sets them, with a sandbox of its own process behind the vendor's address. */
const open = serveForTests(async () => {
  const credentials = { telq: { appId: 1, appKey: SECRET } };
  vendor = await startSandboxServer({
    port: 0,
    smppPort: 0,
    realTime: true,
    transitMs: [1, 20],
    credentials,
  });
  const { telq, control } = vendor.ready;
  const gateway = join(folder, "gateway.json");
  const json = { from: "{from}", to: "{to}", text: "{text}" };
  writeFileSync(gateway, JSON.stringify({ url: `${control}/sms`, json, messageId: "id" }));
  return { TELQ_APP_ID: "1", TELQ_APP_KEY: SECRET, TELQ_BASE_URL: telq, SMSPROOF_VIA: `http:${gateway}` };
});
afterAll(async () => {
  await vendor?.close();
  rmSync(folder, { recursive: true });
});

const made = (): number => vendor?.sandbox.inspect().tests.length ?? -1;

describe.skipIf(!hasChromium)("with credentials in the environment", () => {
  it("the page runs against the vendor, once the credits are agreed to, and never sees the credentials", async () => {
    const { page, close } = await open({}, "#route-test");
    const answers: Promise<string>[] = [];
    page.on("response", (response) => {
      if (!response.url().endsWith("/events")) answers.push(response.text().catch(() => ""));
    });
    await page.locator(".network-choice input:checked").first().waitFor();
    await page.getByRole("radio", { name: "TelQ" }).check();
    await expect
      .poll(() => page.locator(".vendor-words").textContent())
      .toBe("Real handsets: a test costs a credit. Messages go out by HTTP.");
    await page.locator('.network-choice input[value="206-10"]').check();
    await page.locator('.network-choice input[value="262-02"]').check();
    expect(await page.locator(".route-select").count()).toBe(0);
    expect(await page.locator(".route-tools [role=status]").textContent()).toBe(
      "2 tests = 2 credits at TelQ",
    );

    const dialog = page.getByRole("dialog");
    await page.locator("#route-start").click();
    await expect.poll(() => dialog.getByRole("heading").textContent()).toBe("Spend 2 credits at TelQ?");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    expect(await weakTexts(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator("#route-start").click();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(made()).toBe(0);
    expect(new URL(page.url()).hash).toBe("#route-test");

    await page.locator("#route-start").click();
    await dialog.getByRole("button", { name: "Spend 2 credits" }).click();
    await expect
      .poll(() => page.locator(".run-status").textContent(), { timeout: 60_000 })
      .toBe("Finished: 2 as sent");
    expect(await page.locator(".run-strip").textContent()).toBe("TelQ KiwiPost to 2 networks · 2 credits");
    expect(made()).toBe(2);
    await page.locator(".row-button").first().click();
    await page.locator("row-detail .octet").first().waitFor();
    expect([await page.content(), ...(await Promise.all(answers))].join()).not.toContain(SECRET);
    await close();
  });
});
