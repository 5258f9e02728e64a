import type { DeliveryResult } from "../model/delivery-result.ts";
import { judgeProgress, type Progress } from "./progress.ts";

/**
 * Where callbacks leave results and waits pick them up. A callback may come before the reply to the creation has been
 * read, so results are kept for whoever asks later; the oldest go when there are too many, and are then found by a poll.
 */
export interface ResultInbox {
  /** Takes a result in; says whether it told anything new. */
  put(key: string, result: DeliveryResult): Progress;
  /** The last result under the key. */
  latest(key: string): DeliveryResult | null;
  /** Calls back for each new result under the key. Returns a function that ends it. */
  listen(key: string, listener: (result: DeliveryResult) => void): () => void;
}

/** How an inbox is made. */
export interface ResultInboxOptions {
  /** Results kept at most. 10,000 where absent. */
  readonly capacity?: number;
  /**
   * Whether two results under one key belong to the same test. Absent: always. For vendors whose key can repeat: the
   * later test replaces the earlier one.
   */
  readonly sameTest?: (known: DeliveryResult, next: DeliveryResult) => boolean;
}

/** An inbox in memory. */
export function createResultInbox(options: ResultInboxOptions = {}): ResultInbox {
  const { capacity = 10_000, sameTest = () => true } = options;
  const results = new Map<string, DeliveryResult>();
  const listeners = new Map<string, Set<(result: DeliveryResult) => void>>();
  return {
    put(key, result) {
      const stored = results.get(key) ?? null;
      const known = stored !== null && sameTest(stored, result) ? stored : null;
      const progress = judgeProgress(known, result);
      if (progress !== "new") return progress;
      // Deleted first: a Map keeps the order of insertion, and the key becomes the youngest.
      results.delete(key);
      results.set(key, result);
      for (const oldest of results.keys()) {
        if (results.size <= capacity) break;
        results.delete(oldest);
      }
      for (const listener of listeners.get(key) ?? []) listener(result);
      return progress;
    },
    latest: (key) => results.get(key) ?? null,
    listen(key, listener) {
      const listening = listeners.get(key) ?? new Set();
      listeners.set(key, listening.add(listener));
      return () => {
        listening.delete(listener);
        if (listening.size === 0 && listeners.get(key) === listening) listeners.delete(key);
      };
    },
  };
}
