import type { Clock } from "../clock/clock.ts";
import { readPdus } from "../handset/read-pdus.ts";
import type { RouteContext } from "../routes/message.ts";
import { chooseRoute, type Routing } from "../routes/routing.ts";
import type { DeliveredMessage, RouteTest } from "../tests/route-test.ts";
import type { TestBook } from "../tests/test-book.ts";
import type { World } from "../world.ts";
import { matchTest } from "./match-test.ts";
import { createMessageStore, type MessageStore } from "./message-store.ts";
import { type CollectedPart, createPartCollector } from "./part-collector.ts";
import { type PlannedDelivery, planDelivery, wholeText } from "./plan-delivery.ts";
import type { MessageRecord, ReceiptState, Submission } from "./submission.ts";

/** Takes messages and brings them to handsets. */
export interface Air {
  /** The record of what was submitted; `onReceipt` hears once what became of it, if anybody is to hear it. */
  submit(submission: Submission, onReceipt?: (record: MessageRecord) => void): MessageRecord;
  /** Brings the messages that are held for a test to its handset, which answers again. */
  handsetIsBack(test: RouteTest): void;
  /** Gives up the messages that are held for a test: its handset will not answer any more. */
  handsetIsGone(test: RouteTest): void;
  readonly messages: MessageStore;
  /** Whether another message can be taken. */
  hasRoom(): boolean;
}

/** What the air needs. */
export interface AirOptions {
  readonly world: World;
  readonly books: () => readonly TestBook[];
  readonly routing: () => Routing;
  /** How long the radio takes, least and most, in sandbox time. */
  readonly transitMs: readonly [number, number];
  readonly maxMessages: number;
}

interface Travelling {
  readonly submissions: readonly [Submission, ...Submission[]];
  readonly records: readonly MessageRecord[];
  readonly text: string;
  readonly plan: PlannedDelivery;
  readonly submittedFor: RouteTest | null;
}

/** A handset that has fallen silent; its messages wait in the service centre. */
const SILENT: ReadonlySet<string> = new Set(["TEST_NUMBER_NOT_AVAILABLE", "NUM_NOT_AVAILABLE"]);
const ERRORS: Readonly<Record<ReceiptState, string>> = { DELIVRD: "000", EXPIRED: "254", UNDELIV: "001" };

/** Makes the air. */
export function createAir(options: AirOptions): Air {
  const { world } = options;
  const clock: Clock = world.clock;
  const messages = createMessageStore(options.maxMessages);
  const listeners = new Map<string, (record: MessageRecord) => void>();
  const held = new Map<string, Travelling[]>();
  let underWay = 0;
  let routed = 0;

  const tell = (records: readonly MessageRecord[], state: ReceiptState): void => {
    for (const record of records) {
      if (record.receipt !== null) continue;
      record.receipt = { state, at: clock.now(), error: ERRORS[state] };
      listeners.get(record.id)?.(record);
      listeners.delete(record.id);
    }
  };

  const bookOf = (test: RouteTest): TestBook | undefined =>
    options.books().find(({ vendor }) => vendor === test.vendor);

  const testFor = (message: Travelling, arrived: string | null): RouteTest | null => {
    if (world.quirks.current.matching === "submitted") return message.submittedFor;
    return matchTest(options.books(), message.submissions[0].to, arrived ?? message.text);
  };

  const land = (message: Travelling, sender: readonly MessageRecord[]): void => {
    const { journey } = message.plan;
    const pdus = message.plan.pdusAt(clock.now());
    const shown = readPdus(pdus);
    const test = shown === null ? null : testFor(message, shown.text);
    if (test !== null && SILENT.has(test.status)) {
      held.set(keyOf(test), [...(held.get(keyOf(test)) ?? []), message]);
      for (const record of message.records) record.state = "held";
      return;
    }
    const unreachable = test?.final === true && test.delivered === null;
    if (shown !== null && test !== null && !unreachable) {
      const delivered: DeliveredMessage = { ...shown, pdus, altered: isAltered(message, shown) };
      bookOf(test)?.deliver(test, delivered);
    }
    for (const record of message.records) {
      record.state = unreachable || shown === null ? "dropped" : "delivered";
      record.test = test === null ? null : { vendor: test.vendor, id: test.id };
      record.pdus = [...record.pdus, ...pdus];
    }
    if (journey.receipt === "truth") tell(sender, unreachable || shown === null ? "UNDELIV" : "DELIVRD");
  };

  const send = (parts: readonly CollectedPart[]): void => {
    const [first, ...more] = parts;
    if (first === undefined) return;
    const submissions = [first.submission, ...more.map(({ submission }) => submission)] as const;
    const records = parts.map(({ record }) => record);
    const { to, supplier, sender } = first.submission;
    const network = world.networks.siteOf(to);
    if (network === null) {
      for (const record of records) record.state = "nobody-there";
      tell(records, "UNDELIV");
      return;
    }
    const submittedText = wholeText(submissions);
    const text = submittedText ?? latin1(submissions);
    const number = routed;
    routed += 1;
    const route = chooseRoute(options.routing(), {
      from: sender.address,
      to,
      text: submittedText,
      supplier,
      network,
      number,
    });
    const submittedFor = matchTest(options.books(), to, text);
    const context: RouteContext = {
      network,
      testText: submittedFor?.testText ?? null,
      random: world.random.fork(`message ${number}`),
    };
    const plan = planDelivery(submissions, route, context);
    for (const record of records) {
      record.state = "under-way";
      record.route = route.spec;
      record.causes = route.causes;
    }
    travel({ submissions, records, text, plan, submittedFor }, context);
  };

  const travel = (message: Travelling, context: RouteContext): void => {
    const { journey } = message.plan;
    if (journey.receipt === "delivered") tell(message.records, "DELIVRD");
    if (journey.receipt === "undelivered") tell(message.records, "UNDELIV");
    if (journey.receipt === "none") for (const { id } of message.records) listeners.delete(id);
    if (journey.dropped) {
      for (const record of message.records) record.state = "dropped";
      if (journey.receipt === "truth") tell(message.records, "EXPIRED");
      return;
    }
    const [least, most] = options.transitMs;
    const firstAt = journey.delayMs + context.random.integer(least, most);
    for (const after of [0, ...journey.copiesAfterMs]) {
      underWay += 1;
      clock.schedule(firstAt + after, () => {
        underWay -= 1;
        land(message, after === 0 ? message.records : []);
      });
    }
  };

  const collector = createPartCollector(clock, send);

  return {
    submit(submission, onReceipt) {
      const { sender, to, content, via, supplier } = submission;
      const record = messages.add({
        at: clock.now(),
        from: sender.address,
        to,
        text: content.kind === "text" ? content.text : null,
        via,
        supplier,
        state: "waiting-for-parts",
        route: null,
        causes: [],
        test: null,
        pdus: [],
        receipt: null,
      });
      if (onReceipt !== undefined) listeners.set(record.id, onReceipt);
      collector.add({ submission, record });
      clock.runDue();
      return record;
    },
    handsetIsBack(test) {
      const waiting = held.get(keyOf(test)) ?? [];
      held.delete(keyOf(test));
      for (const message of waiting) land(message, message.records);
    },
    handsetIsGone(test) {
      const waiting = held.get(keyOf(test)) ?? [];
      held.delete(keyOf(test));
      for (const { records, plan } of waiting) {
        for (const record of records) record.state = "dropped";
        if (plan.journey.receipt === "truth") tell(records, "EXPIRED");
      }
    },
    messages,
    hasRoom: () => underWay < options.maxMessages,
  };
}

const keyOf = (test: RouteTest): string => `${test.vendor} ${test.id}`;

// Octets that are no text can still hold a test text: an 8-bit message, most often in Latin letters.
function latin1(submissions: readonly Submission[]): string {
  let text = "";
  for (const { content } of submissions) {
    if (content.kind === "text") text += content.text;
    else for (const octet of content.octets) text += String.fromCharCode(octet);
  }
  return text;
}

function isAltered(
  { submissions, text }: Travelling,
  shown: { readonly sender: string; readonly text: string | null },
): boolean {
  const plain = (address: string): string => address.replace(/^\+/, "");
  const sent = submissions[0].sender.address;
  return plain(sent) !== plain(shown.sender) || (shown.text !== null && shown.text !== text);
}
