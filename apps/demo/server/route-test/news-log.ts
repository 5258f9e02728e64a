import type { CampaignNews } from "../../src/route-test/campaign-wire.ts";

/** One line of the log. */
export interface LoggedNews {
  /** Counts up from 1. */
  readonly id: number;
  readonly news: CampaignNews;
}

/** Everything that a campaign told, for whoever comes at any time. */
export interface NewsLog {
  add(news: CampaignNews): void;
  /** No more will come. */
  end(): void;
  readonly ended: boolean;
  /** What came after the line with this number. */
  after(id: number): readonly LoggedNews[];
  /** Resolves at the next change, or when the signal fires. */
  changed(signal: AbortSignal): Promise<void>;
}

/** An empty log. It is bounded by what a campaign can tell: at most 24 tests, and ends with it. */
export function createNewsLog(): NewsLog {
  const lines: LoggedNews[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const wake = (): void => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  return {
    add(news) {
      if (ended) return;
      lines.push({ id: lines.length + 1, news });
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    get ended() {
      return ended;
    },
    after: (id) => lines.slice(Math.max(0, id)),
    changed(signal) {
      return new Promise((resolve) => {
        const done = (): void => {
          waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        if (signal.aborted) return done();
        waiting.add(done);
        signal.addEventListener("abort", done, { once: true });
      });
    },
  };
}
