import { describe, expect, it } from "vitest";
import { hasChromium, paste, serveForTests } from "./open-page.ts";
import { overflow, weakTexts } from "./page-looks.ts";

const open = serveForTests();

/** An SMS-DELIVER in UCS-2 with any text, without SMSC. */
function deliver(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  ).join("");
  return `00040B917238880900F1000862114090032121${(units.length / 2).toString(16).padStart(2, "0")}${units}`.toUpperCase();
}

describe.skipIf(!hasChromium).each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it("every text stands out from its ground, also where it is lit", async () => {
    const { page, close } = await open({ colorScheme, viewport: { width: 1280, height: 900 } });
    for (const name of [
      "TelQ document",
      "Emoji split across parts",
      "Turkish shift table",
      "A part missing",
      "Cut",
    ]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.locator(".octet").first().waitFor();
      await page.locator(".field").last().focus();
      await page.keyboard.press("ArrowRight");
      expect(await weakTexts(page)).toEqual([]);
      await page.locator(".octet").nth(19).focus();
      expect(await weakTexts(page)).toEqual([]);
    }
    await page.locator(".message.failure").click();
    expect(await weakTexts(page)).toEqual([]);
    await close();
  });
});

describe.skipIf(!hasChromium)("on a phone's width", () => {
  it("nothing is wider than the window", async () => {
    const { page, close } = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });
    expect(await overflow(page)).toBe(0);
    for (const name of [
      "TelQ document",
      "Arabic in two parts",
      "Emoji split across parts",
      "A part missing",
      "Cut",
      "Vendor's JSON",
    ]) {
      await page.getByRole("button", { name, exact: true }).tap();
      await page.locator(".octet").first().waitFor();
      await page.locator(".field").last().getByRole("button").tap();
      expect(await overflow(page)).toBe(0);
    }
    expect(await page.locator("octet-grid").getAttribute("data-columns")).toBe("8");
    await page.locator(".octet").nth(9).tap();
    expect(await page.locator(".octet.exact").getAttribute("data-offset")).toBe("9");
    await close();
  });

  it("not even one word of 300 letters", async () => {
    const { page, close } = await open({ viewport: { width: 360, height: 740 } });
    await page.locator("#source").fill(`${deliver("W".repeat(60))}\n${"z".repeat(3_000)}`);
    await page.locator(".message").nth(1).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.locator(".message").nth(1).click();
    expect(await overflow(page)).toBe(0);
    await close();
  });
});

describe.skipIf(!hasChromium)("hostile input", () => {
  it("stays text, in messages, errors and fields", async () => {
    const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const { page, close } = await open();
    await page.locator("#source").fill(`${deliver(html)}\n${html}`);
    await expect.poll(() => page.locator(".bubble").textContent()).toBe(html);
    expect(await page.locator(".failed-input").textContent()).toBe(html);
    await page.locator(".field").last().getByRole("button").click();
    expect(await page.locator("decode-tab img, decode-tab script").count()).toBe(0);
    await page.locator(".message.failure").click();
    expect(await page.locator("decode-tab img, decode-tab script").count()).toBe(0);
    await close();
  });

  it("cannot turn the page around with direction marks", async () => {
    const { page, close } = await open();
    await page.locator("#source").fill(deliver("\u202e\u2067abc\u202e"));
    await page.locator(".bubble").waitFor();
    const left = await page.locator(".message .smsc").evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().left - element.getBoundingClientRect().left;
    });
    expect(left).toBeLessThan(2);
    await page.locator(".field").last().getByRole("button").click();
    expect(await page.locator(".glyph.named").allTextContents()).toEqual(["RLO", "RLI", "RLO"]);
    await close();
  });

  it("of 10,000 lines is read to the end and shown in part", async () => {
    const { page, close } = await open();
    const lines = Array.from({ length: 10_000 }, (_, at) =>
      at % 2 === 0 ? deliver(`message ${at}`) : `<b>${at}</b>`,
    );
    await paste(page, lines.join("\n"));
    await expect
      .poll(() => page.locator("#source-status").textContent())
      .toBe("5,000 messages from 10,000 PDUs, 5,000 not decoded, too many for a link");
    expect(await page.locator(".message").count()).toBe(200);
    await page.locator("#source").waitFor({ state: "hidden" });
    await close();
  });
});
