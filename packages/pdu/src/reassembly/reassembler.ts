import type { SmsDeliver } from "../sms-deliver.ts";
import { joinParts } from "./join.ts";
import type { IncompleteMessage, Message } from "./message.ts";
import { homeOf, isSamePart, keyOf, type PendingMessage } from "./pending.ts";

/** Bounds of a `Reassembler`. */
export interface ReassemblerOptions {
  /** Messages kept at once, whole ones remembered for late copies included; default 1000. The oldest goes first. */
  readonly maxPending?: number | undefined;
  /** How long parts wait for the rest, in milliseconds of `clock`; default 24 hours. */
  readonly timeoutMs?: number | undefined;
  /** The time in milliseconds; default `Date.now`. */
  readonly clock?: (() => number) | undefined;
  /** Told of every message given up with parts missing, by timeout or eviction. */
  readonly onIncomplete?: ((message: IncompleteMessage) => void) | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Joins the parts of concatenated messages (3GPP TS 23.040, 9.2.3.24.1), whatever their order. Parts belong
 * together by originator, reference with its width, and total. A part that came before, octet for octet, is counted and
 * dropped; another part in its place begins a new message. Memory is bounded: the oldest message is given up first.
 */
export class Reassembler {
  readonly #maxPending: number;
  readonly #timeoutMs: number;
  readonly #clock: () => number;
  readonly #onIncomplete: (message: IncompleteMessage) => void;
  /** By age: a Set keeps the order of arrival. */
  readonly #all = new Set<PendingMessage>();
  readonly #byKey = new Map<string, PendingMessage[]>();

  constructor(options: ReassemblerOptions = {}) {
    this.#maxPending = Math.max(1, options.maxPending ?? 1000);
    this.#timeoutMs = options.timeoutMs ?? DAY_MS;
    this.#clock = options.clock ?? Date.now;
    this.#onIncomplete = options.onIncomplete ?? (() => {});
  }

  /** Messages that still lack parts. */
  get pending(): number {
    let count = 0;
    for (const { whole } of this.#all) if (!whole) count += 1;
    return count;
  }

  /** Takes a part. Returns the message that it completes (a part without concatenation is one), else null. */
  add(part: SmsDeliver): Message | null {
    const now = this.#clock();
    this.#expire(now);
    const { concatenation } = part;
    if (concatenation === null)
      return { type: "message", concatenation: null, duplicates: 0, ...contentOf([part]) };
    const key = keyOf(part, concatenation);
    const { sequence } = concatenation;
    const home = homeOf(this.#byKey.get(key) ?? [], part, sequence) ?? this.#begin(key, now);
    const there = home.parts.get(sequence);
    if (there !== undefined && isSamePart(there, part)) {
      home.duplicates += 1;
      return null;
    }
    home.parts.set(sequence, part);
    if (home.parts.size < concatenation.total) return null;
    home.whole = true;
    return { type: "message", ...sharedOf(home) };
  }

  /** Gives up every message with parts missing and returns them, the oldest first; forgets the whole ones. */
  flush(): readonly IncompleteMessage[] {
    const incomplete: IncompleteMessage[] = [];
    for (const message of this.#all) if (!message.whole) incomplete.push(incompleteOf(message, "flushed"));
    this.#all.clear();
    this.#byKey.clear();
    return incomplete;
  }

  #begin(key: string, now: number): PendingMessage {
    while (this.#all.size >= this.#maxPending) {
      const [oldest] = this.#all;
      if (oldest === undefined) break;
      this.#giveUp(oldest, "evicted");
    }
    const message: PendingMessage = { key, parts: new Map(), startedAt: now, duplicates: 0, whole: false };
    this.#all.add(message);
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), message]);
    return message;
  }

  #expire(now: number): void {
    for (const message of this.#all) {
      if (now - message.startedAt < this.#timeoutMs) return;
      this.#giveUp(message, "timeout");
    }
  }

  #giveUp(message: PendingMessage, reason: "timeout" | "evicted"): void {
    this.#all.delete(message);
    const others = this.#byKey.get(message.key)?.filter((other) => other !== message) ?? [];
    if (others.length === 0) this.#byKey.delete(message.key);
    else this.#byKey.set(message.key, others);
    if (!message.whole) this.#onIncomplete(incompleteOf(message, reason));
  }
}

type Content = Omit<Message, "type" | "concatenation" | "duplicates">;

function contentOf(parts: readonly [SmsDeliver, ...SmsDeliver[]]): Content {
  const [first] = parts;
  const { originator, smsc, timestamp, dataCoding } = first;
  return { originator, smsc, timestamp, alphabet: dataCoding.alphabet, ...joinParts(parts), parts };
}

function sharedOf({ parts, duplicates }: PendingMessage): Omit<Message, "type"> {
  const [first, ...rest] = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
  if (first?.concatenation == null) throw new TypeError("a message without parts was kept");
  const { reference, bits, total } = first.concatenation;
  return { concatenation: { reference, bits, total }, duplicates, ...contentOf([first, ...rest]) };
}

function incompleteOf(message: PendingMessage, reason: IncompleteMessage["reason"]): IncompleteMessage {
  const shared = sharedOf(message);
  const total = shared.concatenation?.total ?? 0;
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((n) => !message.parts.has(n));
  return { type: "incomplete", ...shared, missing, reason };
}
