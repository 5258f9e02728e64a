import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium, paste, serveForTests } from "./open-page.ts";

const open = serveForTests();

/** An SMS-DELIVER in UCS-2 with any text, without SMSC. */
function deliver(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  ).join("");
  return `00040B917238880900F1000862114090032121${(units.length / 2).toString(16).padStart(2, "0")}${units}`.toUpperCase();
}

/** Texts whose contrast with what is behind them is below WCAG 2.2 AA, as they are painted. */
function weakTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no canvas");
    const known = new Map<string, number>();
    const luminanceOf = (...colours: readonly string[]): number => {
      const key = colours.join(" ");
      const value = known.get(key) ?? luminance(paint(...colours));
      known.set(key, value);
      return value;
    };
    const paint = (...colours: readonly string[]): readonly number[] => {
      context.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = rgb.map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const backgrounds = (element: Element | null): string[] =>
      element
        ? [...backgrounds(element.parentElement), getComputedStyle(element).backgroundColor]
        : ["white"];
    const weak: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const text = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!text || !element.checkVisibility() || element.matches(".visually-hidden, option")) continue;
      const style = getComputedStyle(element);
      const behind = backgrounds(element);
      const [one = 0, other = 0] = [luminanceOf(...behind), luminanceOf(...behind, style.color)].toSorted(
        (a, b) => b - a,
      );
      const ratio = (one + 0.05) / (other + 0.05);
      const large = Number.parseFloat(style.fontSize) >= 24;
      if (ratio < (large ? 3 : 4.5))
        weak.push(`${element.className} "${element.textContent?.slice(0, 20)}" ${ratio.toFixed(2)}`);
    }
    return weak;
  });
}

/** By how much the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
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
