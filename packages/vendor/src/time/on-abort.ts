/** Callbacks of each signal behind its one listener. */
const CALLBACKS: WeakMap<AbortSignal, Set<() => void>> = new WeakMap();

/**
 * Calls back once when the signal fires, at once where it has fired. Returns a function that forgets it.
 *
 * One listener for each signal, however many callbacks: thousands of waits may share a signal, and Node warns of a leak
 * from the eleventh listener on.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const callbacks = CALLBACKS.get(signal) ?? new Set();
  if (callbacks.size === 0) {
    CALLBACKS.set(signal, callbacks);
    signal.addEventListener("abort", fire, { once: true });
  }
  // Wrapped, since the same function may be registered twice.
  const entry = (): void => callback();
  callbacks.add(entry);
  return () => {
    callbacks.delete(entry);
    if (callbacks.size === 0) {
      CALLBACKS.delete(signal);
      signal.removeEventListener("abort", fire);
    }
  };
}

function fire(this: AbortSignal): void {
  const callbacks = CALLBACKS.get(this) ?? [];
  CALLBACKS.delete(this);
  for (const callback of callbacks) callback();
}
