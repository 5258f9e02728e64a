import type { StoredTest } from "../../store/campaign-store.ts";
import { delayBars, delayWords, heatStrip, timeLine } from "./charts.ts";
import { escapeHtml } from "./escape.ts";
import { exampleOf } from "./examples.ts";
import { RANKS, type ReplacedSender, type Strip, statisticsOf } from "./statistics.ts";
import { STYLE } from "./style.ts";

/** What stands at the top of a report. */
export interface HtmlReportOptions {
  /** Default `What handsets really got`. */
  readonly title?: string;
  /** Milliseconds since 1970; the present where absent. */
  readonly now?: number;
}

/**
 * One HTML file that needs nothing else: verdicts per network as heat strips, delays as bars and over time, senders that
 * were replaced and by what, the worst examples with their proof. No script, no request; what handsets showed is text,
 * never HTML.
 */
export function renderHtml(tests: readonly StoredTest[], options: HtmlReportOptions = {}): string {
  const { title = "What handsets really got", now = Date.now() } = options;
  const statistics = statisticsOf(tests);
  const { delivered, altered, strips, delays, replaced, worst, from, to } = statistics;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p class="dim">${tests.length} tests, ${delivered} delivered, ${altered} altered or replaced · ${iso(from)} to ${iso(to)} · made ${iso(now)}</p>
<h2>Networks</h2>
<div class="scroll">${networksOf(strips)}</div>
${KEY}
<h2>Delays</h2>
<p class="dim">${delayWords(delays)}</p>
${delayBars(delays)}
<h2>Over time</h2>
${timeLine(delays, from, to)}
<h2>Senders that were replaced</h2>
${sendersOf(replaced)}
<h2>Worst examples</h2>
${worst.length === 0 ? "<p>None: what arrived is what was sent.</p>" : worst.map(exampleOf).join("\n")}
</html>
`;
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

const KEY = `<p class="key dim">${RANKS.filter((rank) => rank !== "none")
  .map((rank) => `<svg viewBox="0 0 1 1"><rect width="1" height="1" class="r-${rank}"/></svg>${rank}`)
  .join("")}</p>`;

function networksOf(strips: readonly Strip[]): string {
  const rows = strips.map(
    (strip) =>
      `<tr><td>${escapeHtml(strip.network)}</td><td>${escapeHtml(strip.route)}</td><td>${heatStrip(strip)}</td><td class="n">${strip.tests}</td><td class="n">${strip.delivered}</td><td class="n">${strip.altered}</td><td class="n">${strip.medianSeconds === null ? "" : `${strip.medianSeconds} s`}</td></tr>`,
  );
  return `<table><thead><tr><th>Network</th><th>Route</th><th>Over time</th><th>Tests</th><th>Delivered</th><th>Altered</th><th>Median</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function sendersOf(replaced: readonly ReplacedSender[]): string {
  if (replaced.length === 0) return "<p>None.</p>";
  const rows = replaced.map(
    ({ sent, delivered, networks, count }) =>
      `<tr><td>${escapeHtml(sent)}</td><td>${escapeHtml(delivered)}</td><td>${escapeHtml(networks.join(", "))}</td><td class="n">${count}</td></tr>`,
  );
  return `<table><thead><tr><th>Sent</th><th>Shown instead</th><th>Networks</th><th>Times</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
