import type { Page } from "playwright-core";

/** Texts whose contrast with what is behind them is below WCAG 2.2 AA, as they are painted. */
export function weakTexts(page: Page): Promise<readonly string[]> {
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
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
