import {
  ConnectionError,
  type CreateOutcome,
  type DeliveryResult,
  type RouteTest,
  readVendorDate,
  type Sender,
  type SenderReceipt,
  type SendOutcome,
  type StatusMeaning,
  type TestDestination,
  type TestRequest,
  type Vendor,
} from "@smsproof/vendor";

/** A network destination. */
export const network = (mcc: string, mnc: string): TestDestination => ({
  kind: "network",
  network: { mcc, mnc, portedFrom: null },
});

/** A result by what it means. */
export function resultOf(
  test: RouteTest,
  meaning: StatusMeaning,
  more: Partial<DeliveryResult> = {},
): DeliveryResult {
  return {
    vendor: test.vendor,
    testId: test.id,
    status: {
      raw: meaning,
      name: meaning.toUpperCase(),
      meaning,
      final: meaning === "delivered" || meaning === "not-delivered",
      delivered: meaning === "delivered",
      billed: null,
    },
    sender: null,
    text: null,
    pdus: [],
    serviceCentre: null,
    msisdn: test.msisdn,
    testText: test.testText,
    network: null,
    times: {
      createdAt: null,
      receivedAt: meaning === "delivered" ? readVendorDate(new Date(Date.now() + 2000).toISOString()) : null,
      serviceCentreAt: null,
      arrivedAt: null,
    },
    delaySeconds: null,
    receipt: null,
    raw: null,
    ...more,
  };
}

/** A message that was handed to the fake sender. */
interface Handed {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A vendor and a sender that meet in one list, so that tests can say what each does. */
export interface FakeWorld {
  readonly vendor: Vendor;
  readonly sender: Sender;
  readonly requests: TestRequest[];
  readonly created: RouteTest[];
  readonly sent: Handed[];
  /** What becomes of the n-th creation; default: created. */
  create: (count: number, make: () => CreateOutcome) => CreateOutcome | Promise<CreateOutcome>;
  /** What becomes of the n-th submission; default: accepted. */
  send: (count: number) => SendOutcome | Promise<SendOutcome>;
  /** States of a test in order; default: delivered as sent. */
  results: (test: RouteTest, message: Handed | undefined) => readonly (DeliveryResult | Error)[];
  receipt(receipt: SenderReceipt): void;
}

/** Opens a world in which all goes well. */
export function fakeWorld(): FakeWorld {
  const listeners = new Set<(receipt: SenderReceipt) => void>();
  const world: FakeWorld = {
    requests: [],
    created: [],
    sent: [],
    create: (_, make) => make(),
    send: (count) => ({ outcome: "accepted", messageIds: [`m${count}`], parts: 1 }),
    results: (test, message) => [
      resultOf(test, "waiting"),
      message === undefined
        ? resultOf(test, "not-delivered")
        : resultOf(test, "delivered", { sender: message.from, text: message.text }),
    ],
    receipt(receipt) {
      for (const listener of listeners) listener(receipt);
    },
    vendor: {
      name: "fake",
      limits: { timeToLiveSeconds: { min: 60, max: 3600, default: 600 }, waitMarginMs: 0 },
      networks: async () => [],
      async createTests(request) {
        const count = world.requests.push(request);
        const [destination] = request.destinations;
        if (destination === undefined) return [];
        const make = (): CreateOutcome => {
          const test: RouteTest = {
            vendor: "fake",
            id: `t${count}`,
            msisdn: `3247000${String(count).padStart(4, "0")}`,
            testText: `code${count}`,
            destination,
            createdAt: new Date().toISOString(),
            expiresAt: new Date(Date.now() + 600_000).toISOString(),
            resultExpected: true,
            raw: null,
          };
          world.created.push(test);
          return { outcome: "created", index: 0, destination, test };
        };
        return [await world.create(count, make)];
      },
      getResult: async (test) => resultOf(test, "waiting"),
      waitForResult: async (test) => ({ ...resultOf(test, "waiting"), settledBy: "poll" }),
      async *updates(test) {
        for (const result of world.results(
          test,
          world.sent.find(({ to }) => to === test.msisdn),
        )) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (result instanceof Error) throw result;
          yield result;
        }
      },
      handleCallback: null,
    },
    sender: {
      name: "fake-route",
      async send({ from, to, text }) {
        const count = world.sent.push({ from, to, text });
        return world.send(count);
      },
      onReceipt(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  return world;
}

/** The outcome of a request that never left. */
export function notSent(destination: TestDestination, retryable = true): CreateOutcome {
  const error = new ConnectionError("fake: no connection", {
    vendor: "fake",
    operation: "tests.create",
    retryable,
  });
  return { outcome: "not-sent", index: 0, destination, error };
}

/** The outcome of a request that was cut off. */
export function unknownOutcome(destination: TestDestination): CreateOutcome {
  const check = {
    vendor: "fake",
    sentence: "Look at the list.",
    where: "https://fake.example/tests",
    sentAfter: "2026-01-01T00:00:00.000Z",
    sentBefore: "2026-01-01T00:00:01.000Z",
    destinations: ["206-10"],
  };
  const error = new ConnectionError("fake: the connection broke", {
    vendor: "fake",
    operation: "tests.create",
    effect: "unknown",
    check,
  });
  return { outcome: "unknown", index: 0, destination, error, check };
}
