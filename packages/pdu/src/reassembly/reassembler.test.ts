import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "../decode-deliver.ts";
import { octetsOf } from "../octets.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import { concatenationElement, deliverPdu, headerPdu, octet, unitsHex } from "../testing/deliver-pdu.ts";
import type { IncompleteMessage } from "./message.ts";
import { Reassembler } from "./reassembler.ts";

interface PartOptions {
  readonly reference?: number;
  readonly bits?: 8 | 16;
  readonly total?: number;
  readonly from?: string;
  /** Minutes past noon. */
  readonly minute?: number;
}

/** The part of a message with this number and this text. */
function part(sequence: number, text: string, options: PartOptions = {}): SmsDeliver {
  const { reference = 7, bits = 8, total = 3, from = "049121F3", minute = 0 } = options;
  const swapped = [...String(minute % 60).padStart(2, "0")].reverse().join("");
  return decodeDeliver(
    headerPdu(concatenationElement(reference, total, sequence, bits), unitsHex(text), {
      dcs: 8,
      originator: from,
      timestamp: `42109021${swapped}0000`,
    }),
    { smsc: "present" },
  );
}

function shuffled<T>(list: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(0x61 + (i % 26)) + i);

describe("a message in one piece", () => {
  it("comes at once, with its own time, sender and alphabet", () => {
    const whole = decodeDeliver(deliverPdu());
    expect(new Reassembler().add(whole)).toEqual({
      type: "message",
      originator: whole.originator,
      smsc: whole.smsc,
      timestamp: whole.timestamp,
      alphabet: "gsm7",
      concatenation: null,
      text: "AAA",
      data: null,
      parts: [whole],
      duplicates: 0,
      diagnostics: [],
    });
  });

  it("is not remembered: two equal ones are two messages", () => {
    const reassembler = new Reassembler();
    expect(reassembler.add(decodeDeliver(deliverPdu()))?.text).toBe("AAA");
    expect(reassembler.add(decodeDeliver(deliverPdu()))?.text).toBe("AAA");
    expect(reassembler.pending).toBe(0);
  });
});

describe("a message in parts", () => {
  it("comes with the last of them, in whatever order they come", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 12 })
          .chain((total) => shuffled(letters(total).map((text, i) => part(i + 1, text, { total })))),
        (parts) => {
          const reassembler = new Reassembler();
          const messages = parts.map((each) => reassembler.add(each));
          expect(messages.slice(0, -1).every((message) => message === null)).toBe(true);
          expect(messages.at(-1)).toMatchObject({
            type: "message",
            text: letters(parts.length).join(""),
            concatenation: { reference: 7, bits: 8, total: parts.length },
            duplicates: 0,
            diagnostics: [],
          });
          expect(messages.at(-1)?.parts.map(({ concatenation }) => concatenation?.sequence)).toEqual(
            Array.from({ length: parts.length }, (_, i) => i + 1),
          );
          expect(reassembler.pending).toBe(0);
        },
      ),
    );
  });

  it("may have 255 of them", () => {
    const reassembler = new Reassembler();
    const texts = letters(255);
    const messages = texts
      .map((text, i) => part(i + 1, text, { total: 255 }))
      .toReversed()
      .map((each) => reassembler.add(each));
    expect(messages.filter((message) => message !== null)).toHaveLength(1);
    expect(messages.at(-1)?.text).toBe(texts.join(""));
  });

  it("has the time and the service centre of its first part, whichever came first", () => {
    const reassembler = new Reassembler();
    const [first, second] = [part(1, "a", { total: 2, minute: 5 }), part(2, "b", { total: 2, minute: 4 })];
    reassembler.add(second);
    expect(reassembler.add(first)?.timestamp).toEqual(first.timestamp);
  });

  it("is kept apart from others by originator, reference, its width, and total", () => {
    const variants: readonly PartOptions[] = [
      {},
      { reference: 8 },
      { bits: 16 },
      { total: 4 },
      { from: "049121F4" },
      { from: "048121F3" },
      { reference: 0x0107, bits: 16 },
    ];
    const reassembler = new Reassembler();
    for (const variant of variants) expect(reassembler.add(part(1, "a", variant))).toBeNull();
    expect(reassembler.pending).toBe(variants.length);
    for (const variant of variants) expect(reassembler.add(part(2, "b", variant))).toBeNull();
    for (const variant of variants)
      expect(reassembler.add(part(3, "c", variant))?.text ?? null).toBe(variant.total === 4 ? null : "abc");
    expect(reassembler.add(part(4, "d", { total: 4 }))?.text).toBe("abcd");
  });
});

describe("parts that come again", () => {
  it("are counted and dropped, at any time before and after the message is whole", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 30 })
          .filter((order) => new Set(order).size === 3),
        (order) => {
          const reassembler = new Reassembler();
          const messages = order
            .map((sequence) => reassembler.add(part(sequence, "abc"[sequence - 1] ?? "")))
            .filter((message) => message !== null);
          const whole = order.findIndex((_, i) => new Set(order.slice(0, i + 1)).size === 3);
          expect(messages).toHaveLength(1);
          expect(messages[0]).toMatchObject({ text: "abc", duplicates: whole + 1 - 3 });
          expect(reassembler.flush()).toEqual([]);
        },
      ),
    );
  });
});

describe("a reference that is used again", () => {
  it("begins a new message when a part has another text", () => {
    const reassembler = new Reassembler();
    reassembler.add(part(1, "a", { total: 2 }));
    reassembler.add(part(1, "x", { total: 2, minute: 9 }));
    expect(reassembler.pending).toBe(2);
    expect(reassembler.add(part(2, "y", { total: 2, minute: 9 }))?.text).toBe("xy");
    expect(reassembler.add(part(2, "b", { total: 2 }))?.text).toBe("ab");
  });

  it("after the first message is whole begins a new one", () => {
    const reassembler = new Reassembler();
    for (const [first, second] of ["ab", "cd", "ef"]) {
      reassembler.add(part(1, first ?? "", { total: 2 }));
      expect(reassembler.add(part(2, second ?? "", { total: 2 }))?.text).toBe(`${first}${second}`);
    }
    expect(reassembler.pending).toBe(0);
  });

  it("in the midst of the first message goes by when parts were sent", () => {
    const early = (sequence: number, text: string): SmsDeliver => part(sequence, text, { minute: 1 });
    const late = (sequence: number, text: string): SmsDeliver => part(sequence, text, { minute: 50 });
    fc.assert(
      fc.property(
        shuffled([early(1, "a"), early(2, "b"), early(3, "c")]),
        shuffled([late(1, "x"), late(2, "y"), late(3, "z")]),
        (first, second) => {
          const reassembler = new Reassembler();
          // The first part of either settles which is which.
          const order = [first[0], second[0], first[1], second[1], first[2], second[2]];
          fc.pre(first[0]?.concatenation?.sequence === second[0]?.concatenation?.sequence);
          const texts = order.flatMap((each) => {
            const message = each === undefined ? null : reassembler.add(each);
            return message === null ? [] : [message.text];
          });
          expect(texts).toEqual(["abc", "xyz"]);
        },
      ),
    );
  });
});

describe("messages given up", () => {
  function reported(options: ConstructorParameters<typeof Reassembler>[0]): {
    readonly reassembler: Reassembler;
    readonly given: IncompleteMessage[];
  } {
    const given: IncompleteMessage[] = [];
    const reassembler = new Reassembler({ ...options, onIncomplete: (message) => given.push(message) });
    return { reassembler, given };
  }

  it("by flush say which parts never came, the oldest message first", () => {
    const reassembler = new Reassembler();
    reassembler.add(part(2, "b"));
    reassembler.add(part(4, "x", { reference: 9, total: 5 }));
    reassembler.add(part(2, "y", { reference: 9, total: 5 }));
    expect(reassembler.flush()).toMatchObject([
      { type: "incomplete", text: "b", missing: [1, 3], reason: "flushed", concatenation: { reference: 7 } },
      {
        type: "incomplete",
        text: "yx",
        missing: [1, 3, 5],
        reason: "flushed",
        concatenation: { reference: 9 },
      },
    ]);
    expect(reassembler.pending).toBe(0);
    expect(reassembler.flush()).toEqual([]);
  });

  it("by flush are forgotten: their parts begin anew", () => {
    const reassembler = new Reassembler();
    reassembler.add(part(1, "a", { total: 2 }));
    reassembler.flush();
    expect(reassembler.add(part(2, "b", { total: 2 }))).toBeNull();
    expect(reassembler.add(part(1, "a", { total: 2 }))?.duplicates).toBe(0);
  });

  it("by timeout are told to onIncomplete, at the first part that comes after it", () => {
    let now = 1000;
    const { reassembler, given } = reported({ timeoutMs: 60, clock: () => now });
    reassembler.add(part(1, "a"));
    now += 59;
    reassembler.add(part(2, "b"));
    expect(given).toEqual([]);
    now += 1;
    expect(reassembler.add(part(3, "c"))).toBeNull();
    expect(given).toMatchObject([{ text: "ab", missing: [3], reason: "timeout" }]);
    expect(reassembler.pending).toBe(1);
  });

  it("by timeout are not those that are whole: those are only forgotten", () => {
    let now = 0;
    const { reassembler, given } = reported({ timeoutMs: 10, clock: () => now });
    for (const [i, text] of ["a", "b", "c"].entries()) reassembler.add(part(i + 1, text));
    expect(reassembler.add(part(1, "a"))).toBeNull();
    now = 10;
    reassembler.add(part(1, "a"));
    expect(given).toEqual([]);
    expect(reassembler.pending).toBe(1);
  });

  it("to keep within maxPending are the oldest ones, and are told", () => {
    const { reassembler, given } = reported({ maxPending: 3 });
    for (let reference = 0; reference < 10; reference++) {
      reassembler.add(part(1, octet(reference), { reference }));
      expect(reassembler.pending).toBeLessThanOrEqual(3);
    }
    expect(given.map(({ text, reason, missing }) => [text, reason, missing])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((reference) => [octet(reference), "evicted", [2, 3]]),
    );
    expect(reassembler.flush().map(({ text }) => text)).toEqual(["07", "08", "09"]);
  });

  it("never exceed the bound, whatever comes", () => {
    const parts = fc.array(
      fc.record({ reference: fc.nat(40), sequence: fc.integer({ min: 1, max: 3 }), minute: fc.nat(59) }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 10 }), (list, maxPending) => {
        const { reassembler, given } = reported({ maxPending });
        let whole = 0;
        for (const { reference, sequence, minute } of list) {
          if (reassembler.add(part(sequence, "x", { reference, minute })) !== null) whole += 1;
          expect(reassembler.pending).toBeLessThanOrEqual(maxPending);
        }
        const parted = [...given, ...reassembler.flush()];
        // Nothing is lost: every part is in a message, in one given up, or came again.
        const kept = parted.reduce((sum, { parts: { length }, duplicates }) => sum + length + duplicates, 0);
        expect(kept + 3 * whole).toBeLessThanOrEqual(list.length);
        for (const { missing, parts: there } of parted) expect(missing.length + there.length).toBe(3);
      }),
      { numRuns: 50 },
    );
  });

  it("keep at least one message, whatever maxPending says", () => {
    const { reassembler } = reported({ maxPending: 0 });
    reassembler.add(part(1, "a", { total: 2 }));
    expect(reassembler.add(part(2, "b", { total: 2 }))?.text).toBe("ab");
  });

  it("uses the clock of the machine unless told otherwise", () => {
    const { reassembler, given } = reported({ timeoutMs: 1_000_000 });
    reassembler.add(part(1, "a"));
    reassembler.add(part(2, "b"));
    expect(given).toEqual([]);
    expect(reassembler.pending).toBe(1);
  });
});

describe("against a model", () => {
  /** What came in so far, message by message: parts by number, in the order in which messages began. */
  interface ModelMessage {
    readonly key: string;
    readonly parts: Map<number, string>;
  }

  it("agrees on interleaved messages of many senders, with duplicates and gaps", () => {
    const message = fc.record({
      from: fc.constantFrom("049121F3", "049121F4"),
      reference: fc.nat(3),
      bits: fc.constantFrom(8 as const, 16 as const),
      total: fc.integer({ min: 1, max: 4 }),
    });
    const arrivals = fc.array(fc.tuple(message, fc.nat(3)), { maxLength: 60 });
    fc.assert(
      fc.property(arrivals, (list) => {
        const reassembler = new Reassembler();
        const pending: ModelMessage[] = [];
        const done: ModelMessage[] = [];
        for (const [options, number] of list) {
          const sequence = 1 + (number % options.total);
          const key = JSON.stringify(options);
          const text = `${sequence} of ${key.length}`;
          const got = reassembler.add(part(sequence, text, options));
          // Equal parts of one key are duplicates: whole messages still know theirs.
          if (done.some((each) => each.key === key)) {
            expect(got).toBeNull();
            continue;
          }
          let home = pending.find((each) => each.key === key);
          if (home === undefined) {
            home = { key, parts: new Map() };
            pending.push(home);
          }
          home.parts.set(sequence, text);
          if (home.parts.size < options.total) expect(got).toBeNull();
          else {
            const texts = [...home.parts].toSorted(([a], [b]) => a - b).map(([, each]) => each);
            expect(got?.text).toBe(texts.join(""));
            pending.splice(pending.indexOf(home), 1);
            done.push(home);
          }
        }
        expect(reassembler.pending).toBe(pending.length);
        expect(reassembler.flush().map(({ parts: { length } }) => length)).toEqual(
          pending.map(({ parts: { size } }) => size),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("memory", () => {
  it("holds parts that are plain values: octets are not kept", () => {
    const octets = octetsOf(headerPdu(concatenationElement(1, 2, 1), "00410042", { dcs: 8 }));
    const value = decodeDeliver(octets);
    const before = structuredClone(value);
    octets.fill(0);
    expect(value).toEqual(before);
  });
});

describe("two messages under one reference", () => {
  /** As long as no test reads it: a part whose time cannot be read. */
  const timeless = (sequence: number, text: string): SmsDeliver => ({
    ...part(sequence, text, { total: 2 }),
    timestamp: { ...part(1, "x").timestamp, epochMs: null, iso: null, raw: "FFFFFFFFFFFFFF" },
  });
  const texts = (reassembler: Reassembler): readonly (string | null)[] =>
    reassembler.flush().map(({ text }) => text);

  it("are told apart by the time, and by the data, where all else is equal", () => {
    const byTime = new Reassembler();
    byTime.add(part(1, "a", { total: 2 }));
    byTime.add(part(1, "a", { total: 2, minute: 9 }));
    expect(texts(byTime)).toEqual(["a", "a"]);
    const byData = new Reassembler();
    for (const data of ["CAFE", "BABE"])
      byData.add(decodeDeliver(headerPdu(concatenationElement(7, 2, 1), data)));
    expect(byData.flush().map(({ data }) => data)).toEqual(["CAFE", "BABE"]);
  });

  it("get the part sent nearest to them, the older one on a tie", () => {
    const reassembler = new Reassembler();
    reassembler.add(part(1, "a", { total: 2, minute: 9 }));
    reassembler.add(part(1, "b", { total: 2, minute: 1 }));
    reassembler.add(part(1, "c", { total: 2, minute: 5 }));
    expect(reassembler.add(part(2, "!", { total: 2, minute: 2 }))?.text).toBe("b!");
    expect(reassembler.add(part(2, "?", { total: 2, minute: 7 }))?.text).toBe("a?");
  });

  it("of unknown time are as near as can be", () => {
    const lateFirst = new Reassembler();
    lateFirst.add(part(1, "late", { total: 2, minute: 9 }));
    lateFirst.add(part(1, "early", { total: 2 }));
    expect(lateFirst.add(timeless(2, "!"))?.text).toBe("late!");
    const unknownLast = new Reassembler();
    unknownLast.add(part(1, "known", { total: 2 }));
    unknownLast.add(timeless(1, "unknown"));
    expect(unknownLast.add(part(2, "!", { total: 2, minute: 9 }))?.text).toBe("unknown!");
  });

  it("do not go together: when one is given up the other waits on", () => {
    let now = 0;
    const lost: IncompleteMessage[] = [];
    const reassembler = new Reassembler({
      timeoutMs: 10,
      clock: () => now,
      onIncomplete: (message) => lost.push(message),
    });
    reassembler.add(part(1, "old", { total: 2 }));
    now = 6;
    reassembler.add(part(1, "new", { total: 2, minute: 6 }));
    now = 11;
    expect(reassembler.add(part(2, "!", { total: 2, minute: 6 }))?.text).toBe("new!");
    expect(lost.map(({ text, reason }) => [text, reason])).toEqual([["old", "timeout"]]);
  });
});
