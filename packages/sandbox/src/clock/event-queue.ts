/** Something that happens at a moment of sandbox time. */
export interface ScheduledEvent {
  readonly at: number;
  readonly run: () => void;
}

/** Events in the order of their times; events of one moment keep the order in which they were added. */
export interface EventQueue {
  add(at: number, run: () => void): () => void;
  next(): ScheduledEvent | null;
  takeDue(now: number): ScheduledEvent | null;
  clear(): void;
  readonly size: number;
}

interface Entry extends ScheduledEvent {
  readonly order: number;
  state: "waiting" | "cancelled" | "gone";
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap: a hundred thousand waiting tests each hold one event. */
export function createEventQueue(): EventQueue {
  let heap: Entry[] = [];
  let order = 0;
  let cancelled = 0;

  const at = (index: number): Entry => heap[index] as Entry;

  const swap = (a: number, b: number): void => {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  };

  const rise = (from: number): void => {
    for (let child = from; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!before(at(child), at(parent))) return;
      swap(child, parent);
      child = parent;
    }
  };

  const sink = (from: number): void => {
    for (let parent = from; ; ) {
      const left = 2 * parent + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && before(at(right), at(left)) ? right : left;
      if (!before(at(child), at(parent))) return;
      swap(child, parent);
      parent = child;
    }
  };

  const removeFirst = (): Entry | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first !== undefined) first.state = "gone";
    if (first !== undefined && last !== undefined && heap.length > 0) {
      heap[0] = last;
      sink(0);
    }
    return first;
  };

  const dropCancelled = (): void => {
    while (heap[0]?.state === "cancelled") {
      removeFirst();
      cancelled -= 1;
    }
  };

  // Most tests end long before their limit: without this their events would pile up until then.
  const compactWhenMostlyCancelled = (): void => {
    if (cancelled < 1024 || cancelled * 2 < heap.length) return;
    heap = heap.filter((entry) => entry.state === "waiting").sort((a, b) => (before(a, b) ? -1 : 1));
    cancelled = 0;
  };

  return {
    add(time, run) {
      const entry: Entry = { at: time, run, order, state: "waiting" };
      order += 1;
      heap.push(entry);
      rise(heap.length - 1);
      return () => {
        if (entry.state !== "waiting") return;
        entry.state = "cancelled";
        cancelled += 1;
        compactWhenMostlyCancelled();
      };
    },
    next() {
      dropCancelled();
      return heap[0] ?? null;
    },
    takeDue(now) {
      dropCancelled();
      const first = heap[0];
      if (first === undefined || first.at > now) return null;
      removeFirst();
      return first;
    },
    clear() {
      for (const entry of heap) entry.state = "gone";
      heap = [];
      cancelled = 0;
    },
    get size() {
      return heap.length - cancelled;
    },
  };
}
