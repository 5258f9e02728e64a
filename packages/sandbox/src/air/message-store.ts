import type { MessageRecord } from "./submission.ts";

/** The newest messages, oldest first. */
export interface MessageStore {
  add(message: Omit<MessageRecord, "id">): MessageRecord;
  get(id: string): MessageRecord | null;
  all(): Iterable<MessageRecord>;
  readonly total: number;
}

/** A store that keeps the newest `limit` messages. */
export function createMessageStore(limit: number): MessageStore {
  const messages = new Map<string, MessageRecord>();
  let total = 0;
  return {
    add(message) {
      total += 1;
      const record: MessageRecord = { id: String(total), ...message };
      messages.set(record.id, record);
      if (messages.size > limit) {
        for (const oldest of messages.keys()) {
          messages.delete(oldest);
          break;
        }
      }
      return record;
    },
    get: (id) => messages.get(id) ?? null,
    all: () => messages.values(),
    get total() {
      return total;
    },
  };
}
