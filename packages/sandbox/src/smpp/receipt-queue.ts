import { PDU } from "smpp";
import type { MessageRecord } from "../air/submission.ts";
import { MESSAGE_STATE, receiptText } from "./receipt-text.ts";
import type { SubmitSm } from "./submit-sm.ts";

/** How many receipts may wait for an answer at a time, and how many for their turn. */
const RECEIPT_LIMITS = { window: 10, queue: 10_000 } as const;

/** Receipts on their way to one peer. */
export interface ReceiptQueue {
  /** Takes the receipt of a message. Beyond the limit it is left out. */
  add(record: MessageRecord, submitted: SubmitSm): void;
  /** The peer has answered the deliver_sm of this sequence number. */
  answered(sequenceNumber: number): void;
  close(): void;
}

/** What a queue needs. */
export interface ReceiptQueueOptions {
  readonly write: (pdu: PDU) => void;
  readonly nextSequence: () => number;
  /** How long a peer may take to answer; then the receipt counts as taken. */
  readonly responseMs: number;
}

const RECEIPT_ESM_CLASS = 0x04;
const LATIN_1 = 3;
const MAX_SHORT_MESSAGE = 254;

/** Makes a queue. */
export function createReceiptQueue({ write, nextSequence, responseMs }: ReceiptQueueOptions): ReceiptQueue {
  const waiting: PDU[] = [];
  const unanswered = new Map<number, ReturnType<typeof setTimeout>>();

  const sendSome = (): void => {
    while (unanswered.size < RECEIPT_LIMITS.window) {
      const receipt = waiting.shift();
      if (receipt === undefined) return;
      const number = receipt.sequence_number;
      unanswered.set(
        number,
        setTimeout(() => answered(number), responseMs),
      );
      write(receipt);
    }
  };

  const answered = (number: number): void => {
    clearTimeout(unanswered.get(number));
    if (unanswered.delete(number)) sendSome();
  };

  return {
    add(record, submitted) {
      if (record.receipt === null || waiting.length >= RECEIPT_LIMITS.queue) return;
      waiting.push(deliverSm(record, record.receipt, submitted, nextSequence()));
      sendSome();
    },
    answered,
    close() {
      for (const timer of unanswered.values()) clearTimeout(timer);
      unanswered.clear();
      waiting.length = 0;
    },
  };
}

function deliverSm(
  record: MessageRecord,
  receipt: NonNullable<MessageRecord["receipt"]>,
  { source, destination }: SubmitSm,
  sequenceNumber: number,
): PDU {
  return new PDU("deliver_sm", {
    sequence_number: sequenceNumber,
    source_addr_ton: destination.ton,
    source_addr_npi: destination.npi,
    source_addr: destination.address,
    dest_addr_ton: source.ton,
    dest_addr_npi: source.npi,
    destination_addr: source.address,
    esm_class: RECEIPT_ESM_CLASS,
    data_coding: LATIN_1,
    // Octets, so that the codec chooses no encoding; and not more than it can count.
    short_message: Buffer.from(receiptText(record, receipt), "latin1").subarray(0, MAX_SHORT_MESSAGE),
    receipted_message_id: record.id,
    message_state: MESSAGE_STATE[receipt.state],
  });
}
