import type { DecodeReply, DecodeRequest } from "./decode-worker-messages.ts";

/** Decodes in a worker, so that a large input never stops the page. A newer input takes the place of an older one. */
export class Decoder {
  readonly #onReply: (reply: DecodeReply) => void;
  #worker: Worker | null = null;
  #latest = 0;
  #busy = false;

  constructor(onReply: (reply: DecodeReply) => void) {
    this.#onReply = onReply;
  }

  decode(input: string | Blob): void {
    if (this.#busy) {
      this.#worker?.terminate();
      this.#worker = null;
    }
    this.#worker ??= this.#start();
    this.#latest += 1;
    this.#busy = true;
    const request: DecodeRequest = { id: this.#latest, input };
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./decode.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<DecodeReply>) => {
      if (event.data.id !== this.#latest) return;
      if (event.data.kind !== "progress") this.#busy = false;
      this.#onReply(event.data);
    });
    worker.addEventListener("error", (event) => {
      this.#busy = false;
      this.#worker = null;
      worker.terminate();
      this.#onReply({
        id: this.#latest,
        kind: "refused",
        message: `The input could not be read: ${event.message}`,
      });
    });
    return worker;
  }
}
