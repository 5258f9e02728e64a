/** Takes values at any time and hands them to whoever iterates, each once, in order. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** No more come: iterations end once they have read what is there, or throw the error. */
  end(error?: unknown): void;
}

/** A queue that keeps what nobody has read yet. */
export function createEventQueue<T>(): EventQueue<T> {
  let values: T[] = [];
  let ended: { readonly error: unknown } | null = null;
  let wake: () => void = () => undefined;
  let changed = new Promise<void>((resolve) => {
    wake = resolve;
  });

  function signal(): void {
    const woken = wake;
    changed = new Promise((resolve) => {
      wake = resolve;
    });
    woken();
  }

  return {
    push(value) {
      if (ended !== null) return;
      values.push(value);
      signal();
    },
    end(error) {
      ended ??= { error };
      signal();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const batch = values;
        values = [];
        yield* batch;
        if (values.length > 0) continue;
        if (ended !== null) {
          if (ended.error !== undefined) throw ended.error;
          return;
        }
        await changed;
      }
    },
  };
}
