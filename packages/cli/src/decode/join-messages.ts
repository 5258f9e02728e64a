import { type IncompleteMessage, type Message, Reassembler, type SmsDeliver } from "@smsproof/pdu";
import type { Item } from "../input/item.ts";
import type { DeliverResult, MessageResult, SourcePlace } from "./result.ts";

/** How many messages of loose PDUs may wait for their parts at once. */
const MAX_PENDING = 10_000;

/**
 * Joins decoded parts into messages. The PDUs of one record are a unit of their own, as a vendor's result holds
 * all parts of one message; loose PDUs (hex lines, arguments) are joined across the whole run.
 */
export interface MessageJoiner {
  /** Takes a PDU in input order; gives the messages that this completes, or shows to be incomplete. */
  add(part: DeliverResult, unit: (Item & { kind: "pdu" })["unit"]): readonly MessageResult[];
  /** The record is over: what it lacks will not come. */
  endRecord(): readonly MessageResult[];
  /** The input is over. */
  end(): readonly MessageResult[];
}

/** Makes a {@link MessageJoiner}. */
export function messageJoiner(maxPending: number = MAX_PENDING): MessageJoiner {
  const sources = new WeakMap<SmsDeliver, SourcePlace>();
  let evicted: IncompleteMessage[] = [];
  const bounds = {
    maxPending,
    // A file has no hours: parts wait for as long as there is room.
    clock: () => 0,
    onIncomplete: (message: IncompleteMessage) => {
      evicted.push(message);
    },
  };
  const ofRecord = new Reassembler(bounds);
  const loose = new Reassembler(bounds);
  let inRecord = false;

  function toResult(value: Message | IncompleteMessage): MessageResult {
    return { kind: "message", value, sources: value.parts.flatMap((part) => sources.get(part) ?? []) };
  }

  return {
    add(part, unit) {
      sources.set(part.value, part.source);
      if (unit === "record") inRecord = true;
      const message = (unit === "record" ? ofRecord : loose).add(part.value);
      if (!message && evicted.length === 0) return [];
      const results = evicted.map(toResult);
      evicted = [];
      if (message) results.push(toResult(message));
      return results;
    },
    endRecord() {
      if (!inRecord) return [];
      inRecord = false;
      return ofRecord.flush().map(toResult);
    },
    end() {
      return [...ofRecord.flush(), ...loose.flush()].map(toResult);
    },
  };
}
