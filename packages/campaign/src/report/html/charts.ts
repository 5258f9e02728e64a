import { escapeHtml } from "./escape.ts";
import { type Delay, quantile, type Strip } from "./statistics.ts";

/** One row of cells: what happened in a network, left to right in time. */
export function heatStrip({ cells, network }: Strip): string {
  const rects = cells
    .map((rank, index) => `<rect x="${index * 6}" width="5" height="16" class="r-${rank}"/>`)
    .join("");
  const label = `${network}: ${[...new Set(cells.filter((rank) => rank !== "none"))].join(", ")}`;
  return `<svg class="strip" viewBox="0 0 ${cells.length * 6} 16" role="img" aria-label="${escapeHtml(label)}">${rects}</svg>`;
}

const WIDTH = 640;
const HEIGHT = 160;

/** Upper ends of the bars, in seconds: each about twice the one before, since delays spread over orders of magnitude. */
const BINS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, Number.POSITIVE_INFINITY];

/** How long deliveries took, as bars. */
export function delayBars(delays: readonly Delay[]): string {
  const counts = BINS.map(
    (end, index) =>
      delays.filter(({ seconds }) => seconds <= end && seconds > (BINS[index - 1] ?? -1)).length,
  );
  const most = Math.max(1, ...counts);
  const step = WIDTH / BINS.length;
  const bars = counts.map((count, index) => {
    const height = (count / most) * (HEIGHT - 40);
    const x = index * step;
    const number = count === 0 ? "" : `<text x="${x + step / 2}" y="${HEIGHT - 26 - height}">${count}</text>`;
    return `<rect class="bar" x="${x + 2}" y="${HEIGHT - 22 - height}" width="${step - 4}" height="${height}"/>${number}<text x="${x + step / 2}" y="${HEIGHT - 6}">${labelOf(index)}</text>`;
  });
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Delays of ${delays.length} deliveries">${bars.join("")}</svg>`;
}

const labelOf = (index: number): string => {
  const end = BINS[index] ?? 0;
  if (!Number.isFinite(end)) return "&gt;1 h";
  return end < 60 ? `${end} s` : end < 3600 ? `${end / 60} m` : "1 h";
};

/** Each delivery as a point, time to the right and delay upwards on a logarithmic scale. */
export function timeLine(delays: readonly Delay[], from: number, to: number): string {
  const most = Math.max(
    10,
    delays.reduce((longest, { seconds }) => Math.max(longest, seconds), 0),
  );
  const yOf = (seconds: number): number =>
    HEIGHT - 22 - (Math.log1p(seconds) / Math.log1p(most)) * (HEIGHT - 40);
  const xOf = (at: number): number => 40 + ((at - from) / Math.max(1, to - from)) * (WIDTH - 60);
  const lines = [1, 10, 60, 600, 3600]
    .filter((seconds) => seconds <= most)
    .map((seconds) => {
      const y = yOf(seconds).toFixed(1);
      return `<line x1="40" x2="${WIDTH - 10}" y1="${y}" y2="${y}"/><text class="left" x="0" y="${y}">${seconds} s</text>`;
    });
  const points = delays.map(
    ({ at, seconds, rank }) =>
      `<circle cx="${xOf(at).toFixed(1)}" cy="${yOf(seconds).toFixed(1)}" r="3" class="r-${rank}"/>`,
  );
  const ends = `<text class="left" x="40" y="${HEIGHT - 4}">${day(from)}</text><text class="right" x="${WIDTH - 10}" y="${HEIGHT - 4}">${day(to)}</text>`;
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Delays over time">${lines.join("")}${points.join("")}${ends}</svg>`;
}

/** Median, 90th and 99th percentile in words. */
export function delayWords(delays: readonly Delay[]): string {
  const sorted = delays.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const parts = (
    [
      ["median", 0.5],
      ["90 %", 0.9],
      ["99 %", 0.99],
    ] as const
  ).map(([name, share]) => `${name} ${quantile(sorted, share) ?? "–"} s`);
  return sorted.length === 0 ? "Nothing was delivered." : parts.join(" · ");
}

const day = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
