import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server/start-sandbox-server.ts";
import { telqClient, telqTest } from "../testing/clients.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PATIENT = { timeout: 60_000 };
const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) process.stderr.write(`inspector page: skipped, there is no browser at ${CHROMIUM}\n`);

describe.skipIf(!hasBrowser)("the inspector page in a browser", () => {
  let browser: Browser;
  let server: SandboxServer;
  let page: Page;
  const complaints: string[] = [];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    server = await startSandboxServer({ port: 0, smppPort: 0, callbackSpacingMs: [1000] });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"],
    });
    page = await browser.newPage();
    const origin = new URL(server.ready.control).origin;
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== origin && !request.url().startsWith("data:"))
        elsewhere.push(request.url());
    });
    await page.goto(origin);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("shows tests, messages, callbacks and faults as text, and acts", async () => {
    const { sandbox } = server;
    const telq = telqClient(sandbox);
    const hostile = "<img src=x onerror=alert(1)>";
    const test = await telqTest(telq, "206", "10", { resultsCallbackUrl: "http://127.0.0.1:1/hook" });
    sandbox.sms({ from: "ACME", to: test.phoneNumber, text: `${test.testIdText} ${hostile}` });
    sandbox.faults.add({ match: { target: "testsms" }, status: 503 });
    await sandbox.settled();
    const text = (id: string) => page.locator(`#${id}`).textContent();
    await expect.poll(() => text("tests"), PATIENT).toContain("POSITIVE");
    expect(await text("tests")).toContain(hostile);
    expect(await text("messages")).toContain("clean");
    await expect.poll(() => text("callbacks"), PATIENT).toContain("1 of 3");
    expect(await text("faults")).toContain("status 503");
    expect(await page.locator("img").count()).toBe(0);

    await page.getByRole("button", { name: "+1 min" }).click();
    await expect.poll(() => text("callbacks"), PATIENT).toContain("3 of 3");
    await page.getByRole("button", { name: "Replay" }).first().click();
    await expect.poll(() => text("callbacks"), PATIENT).toContain("replay");
    await page.getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => sandbox.faults.list(), PATIENT).toEqual([]);
    await page.getByRole("button", { name: "Reset" }).click();
    await expect.poll(() => page.locator("#tests tbody tr").count(), PATIENT).toBe(0);
    expect(await page.locator("#empty-tests").isVisible()).toBe(true);
  }, 180_000);

  it("leaves a row alone that has not changed: what is open in it stays open", async () => {
    const telq = telqClient(server.sandbox);
    const test = await telqTest(telq);
    server.sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });
    await page.locator("#tests summary").click();
    await telqTest(telq, "208", "01");
    await expect.poll(() => page.locator("#tests tbody tr").count(), PATIENT).toBe(2);
    expect(await page.locator("#tests details[open] code").textContent()).toMatch(/^0791/);
  });

  it("fits a small screen, dark and light", async () => {
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    }
  });

  it("asks nothing of anybody else and has nothing to complain of", () => {
    expect([elsewhere, complaints]).toEqual([[], []]);
  });
});
