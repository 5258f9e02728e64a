import { el } from "../dom/element.ts";
import { countryName, flagOf } from "./country-of-number.ts";

let drawsFlags: boolean | null = null;

/** Some systems have no flag pictures and draw letters or boxes: a flag picture has colours, letters have none. */
function systemDrawsFlags(): boolean {
  if (drawsFlags !== null) return drawsFlags;
  const context = new OffscreenCanvas(24, 24).getContext("2d", { willReadFrequently: true });
  if (!context) return false;
  context.font = "16px sans-serif";
  context.textBaseline = "top";
  context.fillText(flagOf("FR"), 0, 2);
  const { data } = context.getImageData(0, 0, 24, 24);
  drawsFlags = false;
  for (let at = 0; at < data.length; at += 4)
    if (Math.abs((data[at] ?? 0) - (data[at + 2] ?? 0)) > 60) drawsFlags = true;
  return drawsFlags;
}

/** A country as its flag, or as its two letters where the system has no flags, with its name for all who ask. */
export function flagBadge(country: string): HTMLElement {
  const name = countryName(country);
  const flag = flagOf(country);
  return flag !== "" && systemDrawsFlags()
    ? el("span", { class: "flag", role: "img", "aria-label": name, title: name }, flag)
    : el(
        "span",
        { class: "flag flag-letters", role: "img", "aria-label": name, title: name },
        country === "001" ? "INT" : country,
      );
}
