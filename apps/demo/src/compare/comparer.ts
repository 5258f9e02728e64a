import type { CompareInput, ComparisonResult } from "@smsproof/compare";
import type { CompareReply, CompareRequest } from "./compare-worker-messages.ts";

/** What came of a comparison; `failed` only where the engine could not be loaded. */
export type Outcome =
  | { readonly kind: "result"; readonly result: ComparisonResult }
  | { readonly kind: "failed"; readonly message: string };

/** How long a comparison may take before a newer one ends it, in milliseconds. */
const PATIENCE_MS = 400;

/**
 * Compares in a worker: the engine with its tables is many times the rest of the page, and is fetched with the first
 * comparison. Only the newest input is answered.
 */
export class Comparer {
  readonly #onOutcome: (outcome: Outcome) => void;
  #worker: Worker | null = null;
  #ready = false;
  #latest = 0;
  #busySince: number | null = null;
  #waiting: CompareInput | null = null;

  constructor(onOutcome: (outcome: Outcome) => void) {
    this.#onOutcome = onOutcome;
  }

  compare(input: CompareInput): void {
    this.#latest += 1;
    const stuck =
      this.#ready && this.#busySince !== null && performance.now() - this.#busySince > PATIENCE_MS;
    if (stuck) this.#end();
    if (this.#busySince !== null) this.#waiting = input;
    else this.#ask(input);
  }

  /** Lets an answer that is under way be none. */
  forget(): void {
    this.#latest += 1;
    this.#waiting = null;
  }

  #ask(input: CompareInput): void {
    this.#worker ??= this.#start();
    this.#busySince = performance.now();
    const request: CompareRequest = { id: this.#latest, input };
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./compare.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<CompareReply>) => {
      this.#ready = true;
      this.#busySince = null;
      const next = this.#waiting;
      this.#waiting = null;
      if (next !== null) this.#ask(next);
      if (data.id === this.#latest) this.#onOutcome({ kind: "result", result: data.result });
    });
    worker.addEventListener("error", (event) => {
      this.#end();
      this.#onOutcome({ kind: "failed", message: `The comparison could not be made: ${event.message}` });
    });
    return worker;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#busySince = null;
    this.#waiting = null;
  }
}
