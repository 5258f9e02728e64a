import type { OutgoingMessage, Sender, SenderReceipt, SendOutcome } from "@smsproof/vendor";
import pRetry, { AbortError } from "p-retry";
import { describeStatus, isTemporary } from "./command-status.ts";
import { readReceipt, spellingsOf } from "./receipt.ts";
import { BindError, openSession, type Response, type SessionLimits, type SmppSession } from "./session.ts";
import { readSmppUrl } from "./smpp-url.ts";
import { type DefaultAlphabet, submissionOf } from "./submission.ts";

/** Options of an SMPP sender. */
export interface SmppSenderOptions extends Partial<SessionLimits> {
  /** `smpp://system_id:password@host:port?system_type=x`, or `smpps:` for TLS. */
  readonly url: string;
  /** Name in plans and reports. Default `smpp`. */
  readonly name?: string;
  /** What the service centre takes data_coding 0 for. Default `gsm7`. */
  readonly defaultAlphabet?: DefaultAlphabet;
  /** Connections tried before a message counts as refused for now. Default 5, the pauses between them doubling from 1 s. */
  readonly connectAttempts?: number;
  /** Pause after the first of them. Default 1000 ms. */
  readonly reconnectMs?: number;
}

/** The limits where none are given. */
export const DEFAULT_SMPP_LIMITS: SessionLimits = {
  connectMs: 10_000,
  responseMs: 30_000,
  enquireMs: 30_000,
  window: 10,
};

/** Message ids that receipts can still be told for. Older ones are forgotten. */
const MAX_KNOWN_IDS = 100_000;

/**
 * Submits messages by SMPP 3.4, one session bound as transceiver, opened when it is first needed and again when it is
 * lost. A message counts as taken when every part of it was answered with status 0; as refused only when no part of it
 * can have gone out; as unknown otherwise, and is never sent again by itself. Throws `CONFIG_INVALID` for a URL that is
 * none.
 */
export function createSmppSender(options: SmppSenderOptions): Sender {
  const target = readSmppUrl(options.url);
  const { name = "smpp", defaultAlphabet = "gsm7", connectAttempts = 5, reconnectMs = 1000 } = options;
  const limits: SessionLimits = {
    connectMs: options.connectMs ?? DEFAULT_SMPP_LIMITS.connectMs,
    responseMs: options.responseMs ?? DEFAULT_SMPP_LIMITS.responseMs,
    enquireMs: options.enquireMs ?? DEFAULT_SMPP_LIMITS.enquireMs,
    window: options.window ?? DEFAULT_SMPP_LIMITS.window,
  };
  const listeners = new Set<(receipt: SenderReceipt) => void>();
  const known = new Map<string, string>();
  const over = new AbortController();
  let session: Promise<SmppSession> | null = null;
  let reference = Math.floor(Math.random() * 256);

  function bound(): Promise<SmppSession> {
    session ??= pRetry(
      () =>
        openSession(target, limits, heard).catch((error: unknown) => {
          throw error instanceof BindError && error.permanent ? new AbortError(error) : error;
        }),
      {
        retries: connectAttempts - 1,
        minTimeout: reconnectMs,
        maxTimeout: 60_000,
        factor: 2,
        randomize: true,
        signal: over.signal,
      },
    );
    const opening = session;
    opening.then(
      // Bound again at once, not when the next message comes: receipts come without one.
      ({ closed }) =>
        closed.then(() => {
          forget(opening);
          if (!over.signal.aborted) bound().catch(() => undefined);
        }),
      () => forget(opening),
    );
    return opening;
  }

  function forget(opening: Promise<SmppSession>): void {
    if (session === opening) session = null;
  }

  function heard(parameters: Readonly<Record<string, unknown>>): void {
    const receipt = readReceipt(parameters);
    if (receipt === null) return;
    const messageId = known.get(receipt.messageId) ?? receipt.messageId;
    const heardAt = new Date().toISOString();
    for (const listener of listeners)
      listener({ messageId, status: receipt.status, receivedAt: heardAt, raw: receipt.text });
  }

  function remember(messageId: string): void {
    for (const spelling of spellingsOf(messageId)) if (!known.has(spelling)) known.set(spelling, messageId);
    // The exact spelling wins over another message's other one.
    known.set(messageId, messageId);
    for (const oldest of known.keys()) {
      if (known.size <= MAX_KNOWN_IDS) break;
      known.delete(oldest);
    }
  }

  async function send(message: OutgoingMessage): Promise<SendOutcome> {
    reference = (reference + 1) % 256;
    const submission = submissionOf(message, { defaultAlphabet, reference });
    if (!submission.ok) return { outcome: "rejected", reason: submission.reason, retryable: false };
    if (over.signal.aborted)
      return { outcome: "rejected", reason: "the sender was closed", retryable: false };
    let current: SmppSession;
    try {
      current = await bound();
    } catch (error) {
      const reason = error instanceof Error ? error.message : "no session";
      return { outcome: "rejected", reason, retryable: !(error instanceof BindError && error.permanent) };
    }
    const messageIds: string[] = [];
    const total = submission.parts.length;
    for (const [index, part] of submission.parts.entries()) {
      const response = await current.submit({ ...part, short_message: Buffer.from(octetsOf(part)) });
      if (response.kind === "answered" && response.status === 0) {
        messageIds.push(response.messageId);
        remember(response.messageId);
        continue;
      }
      return failed(response, index, total);
    }
    return { outcome: "accepted", messageIds, parts: total };
  }

  return {
    name,
    send,
    onReceipt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (over.signal.aborted) return;
      const last = session;
      over.abort(new Error("the sender was closed"));
      await last?.then(
        (opened) => opened.unbind(),
        () => undefined,
      );
    },
  };
}

function failed(response: Response, index: number, total: number): SendOutcome {
  const reason = response.kind === "answered" ? describeStatus(response.status) : response.reason;
  if (index > 0)
    return {
      outcome: "unknown",
      reason: `part ${index + 1} of ${total} was not taken after the parts before it were: ${reason}`,
    };
  if (response.kind === "unanswered") return { outcome: "unknown", reason };
  const retryable = response.kind === "not-sent" || isTemporary(response.status);
  return { outcome: "rejected", reason, retryable };
}

function octetsOf(part: Readonly<Record<string, unknown>>): Uint8Array {
  const octets = part["short_message"];
  return octets instanceof Uint8Array ? octets : new Uint8Array();
}
