import {
  decodeDeliver,
  type IncompleteMessage,
  isPduError,
  type Message,
  Reassembler,
  type SmsDeliver,
} from "@smsproof/pdu";
import type { InputRecord } from "../input/input-record.ts";
import { readInput } from "../input/read-input.ts";
import type { DecodedPdu, DecodeReport, Entry, MessageEntry, RecordError } from "./decode-report.ts";
import { decodingOptions } from "./decoding-options.ts";
import { LinkWriter } from "./link.ts";

/** Messages that wait for parts at the same time; older ones are given up as incomplete. */
const MAX_PENDING = 10_000;

/** Parts that may turn out to have come twice, remembered for each unit. */
const MAX_REPEATED = 2_000;

/** How often `onProgress` is called, in records. */
const PROGRESS_EVERY = 5_000;

/** Settings of {@link decodeInput}. */
export interface DecodeInputOptions {
  /** How many messages and failures are kept; the rest is only counted. */
  readonly limit: number;
  readonly onProgress?: (records: number) => void;
}

/** Reads, decodes and joins everything in a text. Keeps memory in bounds: beyond `limit` entries it only counts. */
export function decodeInput(text: string, { limit, onProgress }: DecodeInputOptions): DecodeReport {
  const { kind, notice, records } = readInput(text);
  const entries = new EarliestEntries(limit);
  const list = new Unit(entries);
  const link = new LinkWriter();
  let own: Unit | null = null;
  let ownNumber = 0;
  let index = 0;
  let failures = 0;
  for (const record of records) {
    if (record.unit > 0 && record.unit !== ownNumber) {
      own?.finish();
      own = new Unit(entries);
      ownNumber = record.unit;
    }
    link.add(record.input, record.unit);
    const error = decodeRecord(record, index, record.unit === 0 || !own ? list : own);
    if (error) {
      failures += 1;
      const { input, place } = record;
      entries.add({ kind: "failure", first: index, source: { index, input, place }, error });
    }
    index += 1;
    if (onProgress && index % PROGRESS_EVERY === 0) onProgress(index);
  }
  own?.finish();
  list.finish();
  const { messages, incomplete } = entries;
  return {
    kind,
    notice,
    entries: entries.sorted(),
    totals: { records: index, messages, incomplete, failures },
    link: link.finish(),
  };
}

function decodeRecord(record: InputRecord, index: number, unit: Unit): RecordError | null {
  if (record.kind === "unreadable")
    return { code: record.code, message: record.message, field: "input", offset: null };
  const { input, place } = record;
  let value: SmsDeliver;
  try {
    value = decodeDeliver(input, decodingOptions);
  } catch (error) {
    if (!isPduError(error)) throw error;
    const { code, message, field, offset } = error;
    return { code, message, field, offset };
  }
  unit.add({ index, input, place, value });
  return null;
}

/** Where a part came from, carried by the part itself through the reassembly; neither JSON nor clones have it. */
const SOURCE: unique symbol = Symbol("source");

interface Held {
  readonly pdu: DecodedPdu;
  joined: boolean;
}

type HeldPart = SmsDeliver & { readonly [SOURCE]?: Held };

/** PDUs that may belong together. */
class Unit {
  readonly #entries: EarliestEntries;
  readonly #held: Held[] = [];
  readonly #reassembler: Reassembler;

  constructor(entries: EarliestEntries) {
    this.#entries = entries;
    // Parts pasted together are never too late for each other: time stands still.
    const onIncomplete = (message: IncompleteMessage): void => this.#done(message);
    this.#reassembler = new Reassembler({ maxPending: MAX_PENDING, clock: () => 0, onIncomplete });
  }

  add(pdu: DecodedPdu): void {
    if (pdu.value.concatenation === null) {
      this.#addWhole(pdu);
      return;
    }
    const held: Held = { pdu, joined: false };
    const part: HeldPart = { ...pdu.value, [SOURCE]: held };
    const message = this.#reassembler.add(part);
    if (message) this.#done(message);
    else if (this.#held.length < MAX_REPEATED) this.#held.push(held);
  }

  finish(): void {
    for (const message of this.#reassembler.flush()) this.#done(message);
    // What no message took up came twice; it is shown with the message it repeats.
    for (const { pdu, joined } of this.#held) if (!joined) this.#entries.addRepeated(pdu);
  }

  #addWhole(pdu: DecodedPdu): void {
    // Later than all that are kept: only counted, which is what a file of millions mostly asks for.
    if (this.#entries.full) {
      this.#entries.messages += 1;
      return;
    }
    const message = this.#reassembler.add(pdu.value);
    if (message)
      this.#entries.add({ kind: "message", first: pdu.index, message, parts: [pdu], repeated: [] });
  }

  #done(message: Message | IncompleteMessage): void {
    const parts: DecodedPdu[] = [];
    for (const { [SOURCE]: held } of message.parts as readonly HeldPart[]) {
      if (!held || held.joined) return;
      held.joined = true;
      parts.push(held.pdu);
    }
    const first = Math.min(...parts.map(({ index }) => index));
    this.#entries.add({ kind: "message", first, message, parts, repeated: [] });
  }
}

/** Keeps the entries that come first in the input and counts all. */
class EarliestEntries {
  readonly #limit: number;
  #entries: Entry[] = [];
  messages = 0;
  incomplete = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether whatever begins later than all so far is beyond the limit. */
  get full(): boolean {
    return this.#entries.length >= this.#limit;
  }

  add(entry: Entry): void {
    if (entry.kind === "message") {
      if (entry.message.type === "message") this.messages += 1;
      else this.incomplete += 1;
    }
    this.#entries.push(entry);
    if (this.#entries.length >= 4 * this.#limit) this.#entries = this.sorted();
  }

  addRepeated(pdu: DecodedPdu): void {
    const at = this.#entries.findIndex((entry) => entry.kind === "message" && repeats(entry, pdu.value));
    const entry = this.#entries[at];
    if (entry?.kind === "message") this.#entries[at] = { ...entry, repeated: [...entry.repeated, pdu] };
  }

  sorted(): Entry[] {
    return this.#entries.sort((one, other) => one.first - other.first).slice(0, this.#limit);
  }
}

function repeats({ message }: MessageEntry, { concatenation, originator }: SmsDeliver): boolean {
  const of = message.concatenation;
  return (
    of !== null &&
    concatenation !== null &&
    of.reference === concatenation.reference &&
    of.bits === concatenation.bits &&
    of.total === concatenation.total &&
    message.originator.address === originator.address
  );
}
