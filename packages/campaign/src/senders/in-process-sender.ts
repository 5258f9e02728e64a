import type { Sender, SenderReceipt } from "@smsproof/vendor";

/** The part of a sandbox that takes messages. Any object of this shape will do. */
export interface InProcessGateway {
  /** Takes a message. Throws for one that cannot be a message. */
  sms(message: {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly encoding?: "auto" | "gsm7" | "ucs2";
    readonly supplier?: string;
  }): { readonly id: string };
  /** A message as it is by now; `null` when it is no longer kept. */
  message(id: string): {
    readonly receipt: { readonly state: string; readonly at: string } | null;
  } | null;
}

/** Options of an in-process sender. */
export interface InProcessSenderOptions {
  /** Name in plans and reports. Default `sandbox`. */
  readonly name?: string;
  /** Which of the sandbox's suppliers carries the messages: routes can be chosen by it. */
  readonly supplier?: string;
  /** How often messages are asked for their receipts. Default 250 ms. */
  readonly receiptEveryMs?: number;
}

/** Messages that are asked for a receipt at a time; older ones are given up. */
const MAX_WATCHED = 10_000;

/** Hands messages to a sandbox in the same process. */
export function createInProcessSender(
  gateway: InProcessGateway,
  options: InProcessSenderOptions = {},
): Sender {
  const { name = "sandbox", supplier, receiptEveryMs = 250 } = options;
  const listeners = new Set<(receipt: SenderReceipt) => void>();
  const watched = new Set<string>();
  let timer: ReturnType<typeof setInterval> | undefined;

  function look(): void {
    for (const id of watched) {
      const message = gateway.message(id);
      if (message?.receipt === null) continue;
      watched.delete(id);
      if (message === null) continue;
      const { state, at } = message.receipt;
      for (const listener of listeners)
        listener({ messageId: id, status: state, receivedAt: at, raw: message.receipt });
    }
    if (watched.size === 0) stop();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    name,
    async send({ from, to, text, encoding = "auto" }) {
      try {
        const { id } = gateway.sms({
          from,
          to,
          text,
          encoding,
          ...(supplier === undefined ? {} : { supplier }),
        });
        watched.add(id);
        const [oldest] = watched;
        if (watched.size > MAX_WATCHED && oldest !== undefined) watched.delete(oldest);
        timer ??= setInterval(look, receiptEveryMs);
        return { outcome: "accepted", messageIds: [id], parts: 1 };
      } catch (error) {
        const reason = error instanceof Error ? error.message : "the sandbox refused the message";
        return { outcome: "rejected", reason, retryable: false };
      }
    },
    onReceipt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      stop();
      watched.clear();
    },
  };
}
