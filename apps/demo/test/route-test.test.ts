import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium, serveForTests } from "./open-page.ts";
import { overflow, weakTexts } from "./page-looks.ts";

/** Fast enough for tests, and slow enough for a machine that has other things to do. */
const open = serveForTests({ SANDBOX_SPEED: "40" });
const PATIENCE = { timeout: 40_000 };

const status = (page: Page): Promise<string | null> => page.locator(".run-status").textContent();
const verdicts = (page: Page, row: number): Promise<readonly string[]> =>
  page
    .locator(`tr[data-index="${row}"] .verdict`)
    .evaluateAll((badges) => badges.map((badge) => (badge as HTMLElement).dataset["verdict"] ?? ""));

/** Ticks these networks alone. */
async function choose(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.locator(".network-choice").first().waitFor();
  const ticked = await page
    .locator(".network-choice input:checked")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  for (const key of ticked)
    if (!keys.includes(key)) await page.locator(`.network-choice input[value="${key}"]`).uncheck();
  for (const key of keys) await page.locator(`.network-choice input[value="${key}"]`).check();
}

async function start(page: Page): Promise<void> {
  await page.locator("#route-start").click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#route-test\?run=[0-9a-f-]{36}/);
}

const finished = (page: Page): Promise<void> =>
  expect.poll(() => status(page), PATIENCE).toMatch(/^Finished: /) as Promise<void>;

describe.skipIf(!hasChromium)("a route test", () => {
  it("goes from a click to a verdict for each network, and shows the evidence of each", async () => {
    const { page, close } = await open({}, "#route-test");
    await page.locator(".network-choice input:checked").nth(7).waitFor();
    expect(await page.locator(".route-tools [role=status]").textContent()).toBe("8 tests, no credits");
    await start(page);
    await page.locator(".track-step[data-place=now]").first().waitFor();
    await finished(page);
    expect(await status(page)).toBe("Finished: 1 as sent, 4 altered, 2 replaced, 1 not delivered");
    expect(await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((row) => verdicts(page, row)))).toEqual([
      ["SAME", "SAME"],
      ["REPLACED", "SAME"],
      ["REPLACED", "SAME"],
      ["SAME", "ALTERED"],
      ["SAME", "ALTERED"],
      ["SAME", "ALTERED"],
      ["SAME", "ALTERED"],
      ["MISSING"],
    ]);
    await page.locator('tr[data-index="5"]').click();
    const detail = page.locator("row-detail");
    await expect.poll(() => detail.locator(".detail-title").textContent()).toBe("Turkcell, Türkiye (286-01)");
    expect(await detail.locator(".difference[data-kind=lost]").count()).toBeGreaterThan(0);
    await detail.locator(".octet").first().waitFor();
    expect(await detail.locator(".part.hollow").count()).toBe(1);
    const marks = await detail.locator(".time-what").allTextContents();
    expect(marks[0]).toMatch(/^Test created code \S+, number \+90/);
    expect(marks).toContainEqual("Delivery receipt DELIVRD");
    await page.locator('tr[data-index="7"]').click();
    await expect
      .poll(() => detail.locator(".finding header .code").allTextContents())
      .toEqual(["DELIVERY_FAKE_DLR"]);
    expect(await detail.locator(".octet").first().isVisible()).toBe(false);
    expect(await detail.locator(".detail-state").textContent()).toMatch(
      /^Sent from KiwiPost, and not on the handset: “Your/,
    );
    await page.locator('tr[data-index="1"]').click();
    await detail.getByRole("link", { name: "Open in Compare" }).click();
    await expect.poll(() => page.locator("#delivered-sender").inputValue()).toBe("INFO");
    await page.goBack();
    await expect.poll(() => detail.locator(".detail-title").textContent()).toBe("Orange, France (208-01)");
    await close();
  });

  it("can be run with the keyboard alone", async () => {
    const { page, close } = await open({}, "#route-test");
    await page.locator(".network-choice").first().waitFor();
    await page.getByRole("tab", { name: "Route test" }).focus();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
    const tabTo = async (id: string): Promise<void> => {
      for (let presses = 0; presses < 60 && (await focused()) !== id; presses++)
        await page.keyboard.press("Tab");
      expect(await focused()).toBe(id);
    };
    await tabTo("route-sender");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("ACME");
    await tabTo("network-filter");
    // All but the first network are unticked with the space bar.
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press("Tab");
      if (at > 0) await page.keyboard.press("Space");
      else await page.keyboard.press("Tab");
      if (at > 0) await expect.poll(() => page.locator(".network-choice input:checked").count()).toBe(8 - at);
    }
    await tabTo("route-start");
    await page.keyboard.press("Enter");
    await finished(page);
    expect(await page.locator(".run-strip").textContent()).toContain("ACME to 1 network");
    await page.locator(".row-button").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("row-detail .octet").first().waitFor();
    expect(await page.locator(".row-button").first().getAttribute("aria-current")).toBe("true");
    await page.getByRole("button", { name: "New test" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#route-sender").inputValue()).toBe("ACME");
    await page.goBack();
    await expect.poll(() => status(page)).toBe("Finished: 1 as sent");
    await close();
  });

  it("leads from row to row with the arrow keys, as one stop of the Tab key", async () => {
    const { page, close } = await open({}, "#route-test");
    await choose(page, "206-10", "208-01", "262-02");
    await start(page);
    await page.locator(".row-button").nth(2).waitFor();
    const stops = (): Promise<number> => page.locator('.row-button[tabindex="0"]').count();
    expect(await stops()).toBe(1);
    await page.locator(".row-button").first().focus();
    for (const [key, row] of [
      ["ArrowDown", 1],
      ["End", 2],
      ["ArrowDown", 2],
      ["ArrowUp", 1],
      ["Home", 0],
    ] as const) {
      await page.keyboard.press(key);
      const index = await page.evaluate(() => document.activeElement?.closest("tr")?.dataset["index"]);
      expect([key, index]).toEqual([key, String(row)]);
      expect(await stops()).toBe(1);
    }
    await finished(page);
    await close();
  });

  it("goes on while the page is loaded anew, and is picked up again", async () => {
    const { page, close } = await open({}, "#route-test");
    await choose(page, "206-10", "655-01");
    await start(page);
    await page.locator('tr[data-index="1"]').click();
    await page.locator(".track-step[data-place=done]").first().waitFor();
    await page.reload();
    await page.locator('tr[data-index="1"].open').waitFor();
    await finished(page);
    expect(await status(page)).toBe("Finished: 1 as sent, 1 not delivered");
    expect(await page.locator("row-detail .detail-title").textContent()).toBe(
      "Vodacom, South Africa (655-01)",
    );
    await page.reload();
    await finished(page);
    await close();
  });

  it("stops", async () => {
    const { page, close } = await open({}, "#route-test");
    await choose(page, "655-01");
    await start(page);
    await page.locator(".track-words", { hasText: "waiting" }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect.poll(() => status(page), PATIENCE).toBe("Stopped: 1 without a result");
    expect(await page.getByRole("button", { name: "Stop" }).isVisible()).toBe(false);
    expect(await page.locator(".track-words").textContent()).toBe("waiting, stopped");
    await close();
  });

  it("says in words what the server refuses, beside the field", async () => {
    const { page } = await open({}, "#route-test");
    await page.locator(".network-choice").first().waitFor();
    await page.locator("#route-text").fill("no code in here");
    await page.locator("#route-start").click();
    await expect
      .poll(() => page.locator("#route-text-error").textContent())
      .toBe("The text must contain {testText}: the vendor knows the message by it.");
    expect(await page.locator("#route-text").getAttribute("aria-invalid")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("route-text");
    await page.locator("#route-text").fill("{testText}");
    expect(await page.locator("#route-text-error").isVisible()).toBe(false);
    await page.locator("#route-sender").fill("");
    await page.locator("#route-start").click();
    await expect
      .poll(() => page.locator("#route-sender-error").textContent())
      .toMatch(/^The sender must be 1 to 11/);
    await choose(page);
    expect(await page.locator("#route-start").isDisabled()).toBe(true);
    expect(await page.locator(".route-tools [role=status]").textContent()).toBe("No network chosen");
    await page.locator("#route-text-error").evaluate((error) => error.toggleAttribute("hidden", false));
    expect(await weakTexts(page)).toEqual([]);
  });

  it("that the server does not keep is said to be gone, and the form is a click away", async () => {
    const { page } = await open({}, "#route-test?run=8a1f5a0e-3f0e-4a54-9c7e-0f4b4f6f7a11");
    await expect
      .poll(() => page.locator("campaign-view .source-notice").textContent())
      .toMatch(/no longer keeps/);
    await page.getByRole("button", { name: "New test" }).click();
    await page.locator(".network-choice").first().waitFor();
    expect(new URL(page.url()).hash).toBe("#route-test");
  });

  it("shows hostile texts as texts", async () => {
    const { page, close } = await open({}, "#route-test");
    await choose(page, "206-10");
    await page.locator("#route-sender").fill("<b>A</b>");
    await page.locator("#route-text").fill('{testText} <img src=x onerror="alert(1)"> \u202eevil\u200b');
    await start(page);
    await finished(page);
    await page.locator('tr[data-index="0"]').click();
    await page.locator("row-detail .octet").first().waitFor();
    expect(await page.locator("row-detail .shown-sender.sent").textContent()).toBe("<b>A</b>");
    expect(await page.locator("route-test-tab :is(img, script, b)").count()).toBe(0);
    await close();
  });

  it("finds networks by country, operator and code", async () => {
    const { page, close } = await open({}, "#route-test");
    const listed = (): Promise<readonly string[]> =>
      page.locator(".network-choice .network-operator").allTextContents();
    await page.locator(".network-choice").first().waitFor();
    for (const [words, found] of [
      ["singapore", ["Singtel"]],
      ["vodafone ger", ["Vodafone", "Vodafone"]],
      ["50502", ["Optus"]],
      ["atlantis", []],
    ] as const) {
      await page.locator("#network-filter").fill(words);
      await expect.poll(listed).toEqual(found);
    }
    expect(await page.locator(".network-none").textContent()).toBe("No network is called so.");
    await close();
  });

  it("is fetched with its tab alone, and brings no sandbox into the page", async () => {
    const { page, close } = await open();
    // Asked of the page itself: a body can no longer be read from outside once the page has moved on.
    const scripts = (): Promise<readonly { name: string; octets: number }[]> =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .flatMap((entry) =>
            entry instanceof PerformanceResourceTiming && entry.name.endsWith(".js")
              ? [{ name: entry.name, octets: entry.decodedBodySize }]
              : [],
          ),
      );
    const ofRouteTest = async () => (await scripts()).filter(({ name }) => name.includes("route-test"));
    await page.locator("#source").waitFor();
    expect(await ofRouteTest()).toEqual([]);
    await page.getByRole("tab", { name: "Route test" }).click();
    await page.locator(".network-choice").first().waitFor();
    expect(await ofRouteTest()).toHaveLength(1);
    const octets = (await scripts()).reduce((sum, script) => sum + script.octets, 0);
    expect(octets).toBeGreaterThan(50_000);
    // The page is 190 kB; the sandbox would be 180 kB more.
    expect(octets).toBeLessThan(250_000);
    await close();
  });
});

describe.skipIf(!hasChromium).each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it("every text of it stands out from its ground, and nothing is wider than a phone", async () => {
    const { page, close } = await open({ colorScheme, viewport: { width: 360, height: 740 } }, "#route-test");
    await page.locator(".network-choice").first().waitFor();
    const sound = async (): Promise<void> => {
      expect(await weakTexts(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    };
    await sound();
    await page.locator("#route-sender").fill("ACME");
    await start(page);
    await page.locator(".track-step[data-place=now]").first().waitFor();
    await sound();
    await finished(page);
    await page.locator('tr[data-index="2"]').click();
    await page.locator("row-detail .octet").first().waitFor();
    await sound();
    await page.setViewportSize({ width: 1280, height: 900 });
    await sound();
    await page.setViewportSize({ width: 360, height: 740 });
    await close();
  });
});

describe.skipIf(!hasChromium)("movement", () => {
  it("is none for those who want none", async () => {
    const { page, close } = await open({ reducedMotion: "reduce" }, "#route-test");
    await choose(page, "655-01");
    await start(page);
    await page.locator(".track-step[data-place=now]").first().waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.getByRole("button", { name: "Stop" }).click();
    await close();
  });
});
