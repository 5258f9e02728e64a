import type { ComparisonResult } from "@smsproof/compare";
import { compare } from "@smsproof/compare";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, type CampaignState, outcomeOf, type Row, STEPS, stepOf, tallyOf } from "./campaign-state.ts";
import type { CampaignNews, OfferedNetwork, RowNews } from "./campaign-wire.ts";
import { delayWords, routeSummary } from "./route-words.ts";
import { timeMarks } from "./time-line.ts";

const network: OfferedNetwork = {
  key: "206-10",
  operator: "Orange",
  portedFromOperator: null,
  countryName: "Belgium",
  country: "BE",
  route: "clean",
  proposed: true,
};

const begun = (tests: number): CampaignNews => ({
  type: "begun",
  at: clock(0),
  campaign: {
    id: "1",
    vendor: { name: "sandbox", label: "Sandbox", live: false, trouble: null, via: null },
    sender: "ACME",
    text: "{testText}",
    startedAt: clock(0),
    rows: Array.from({ length: tests }, (_, index) => ({ index, network, route: "clean" })),
  },
});

function clock(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
}

function result(delivered: string | null, dlr?: string): ComparisonResult {
  return compare({
    sent: { sender: "ACME", text: "Your code is 123456" },
    delivered:
      delivered === null
        ? { sender: null, text: null, receipt: "NOT_DELIVERED" }
        : { sender: "ACME", text: delivered },
    destination: { country: "BE" },
    ...(dlr === undefined ? {} : { dlr: { status: dlr } }),
  });
}

function play(
  news: readonly RowNews[],
  index = 0,
  start: CampaignState | null = after(null, begun(2)),
): CampaignState {
  const state = news.reduce<CampaignState | null>(
    (before, one, at) => after(before, { ...one, index, at: clock(at + 1) }),
    start,
  );
  if (state === null) throw new Error("it did not begin");
  return state;
}

const DELIVERED: readonly RowNews[] = [
  { type: "state", state: "creating", over: false },
  { type: "state", state: "created", over: false },
  { type: "created", testId: "5", msisdn: "32495000001", testText: "123456" },
  { type: "state", state: "sending", over: false },
  { type: "state", state: "sent", over: false },
  { type: "sent", text: "Your code is 123456", parts: 1 },
  { type: "receipt", status: "DELIVRD", receiptAt: clock(8) },
  {
    type: "delivered",
    status: "POSITIVE",
    sender: "ACME",
    text: "Your code is 123456",
    pdus: ["00"],
    receivedAt: clock(7),
  },
  { type: "state", state: "compared", over: true },
  { type: "compared", comparison: result("Your code is 123456"), delivered: true },
];

const firstRow = ({ rows }: CampaignState): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error("no row");
  return row;
};

describe("a campaign's news", () => {
  it("take a test through its five steps", () => {
    const steps = DELIVERED.map((_, at) => stepOf(firstRow(play(DELIVERED.slice(0, at + 1)))));
    expect(steps).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 4, STEPS.length]);
    expect(stepOf(firstRow(play([])))).toBe(-1);
    const end = play(DELIVERED);
    expect(outcomeOf(firstRow(end))).toMatchObject({ kind: "compared", comparison: { overall: "SAME" } });
    expect(end.rows[1]?.state).toBe("planned");
    expect(tallyOf(end.rows)).toEqual({
      same: 1,
      altered: 0,
      replaced: 0,
      notDelivered: 0,
      without: 0,
      open: 1,
    });
  });

  it("tell what was not delivered, and a receipt that says otherwise", () => {
    const row = firstRow(
      play([
        { type: "state", state: "sent", over: false },
        { type: "status", status: "NOT_DELIVERED", meaning: "not-delivered" },
        { type: "state", state: "compared", over: true },
        { type: "compared", comparison: result(null, "DELIVRD"), delivered: false },
      ]),
    );
    expect(outcomeOf(row).kind).toBe("not-delivered");
    expect(row.comparison && routeSummary(row.comparison)).toEqual({
      words: "receipt lies",
      severity: "critical",
      more: 0,
    });
  });

  it.each(["missing", "refused", "create-unknown", "rejected", "skipped"] as const)(
    "end a test as %s",
    (state) => {
      const row = firstRow(
        play([
          { type: "state", state, over: true },
          { type: "ended", state, reason: "because", where: null },
        ]),
      );
      expect(outcomeOf(row)).toEqual({ kind: "ended", state, reason: "because" });
      expect(stepOf(row)).toBe(STEPS.length);
      expect(tallyOf([row]).without).toBe(1);
    },
  );

  it("count every test once, whatever comes in whatever order", () => {
    const anything = fc.array(fc.tuple(fc.constantFrom(...DELIVERED), fc.integer({ min: 0, max: 3 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(anything, (list) => {
        const state = list.reduce<CampaignState | null>(
          (before, [news, index]) => after(before, { ...news, index, at: clock(1) }),
          after(null, begun(3)),
        );
        const tally = tallyOf(state?.rows ?? []);
        expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(3);
      }),
    );
  });

  it("mean nothing before it has begun, and end with a reason", () => {
    expect(after(null, { type: "state", state: "sent", over: false, index: 0, at: clock(1) })).toBeNull();
    const end = after(after(null, begun(1)), {
      type: "finished",
      at: clock(1),
      stopped: true,
      reason: "full",
    });
    expect(end?.finished).toEqual({ stopped: true, reason: "full" });
  });
});

describe("timeMarks", () => {
  it("are in the order in which things happened", () => {
    const marks = timeMarks(firstRow(play(DELIVERED)));
    expect(marks.map(({ what }) => what)).toEqual([
      "Test created",
      "Handed to the sender",
      "Taken by the sender",
      "On the handset",
      "Delivery receipt",
      "Result read",
      "Compared",
    ]);
    const times = marks.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(timeMarks(firstRow(play([])))).toEqual([]);
  });
});

describe("delayWords", () => {
  it.each([
    [0, "0 s"],
    [-0.4, "0 s"],
    [6.6, "7 s"],
    [59.4, "59 s"],
    [59.6, "1 min"],
    [72, "1 min 12 s"],
    [3_600, "60 min"],
  ])("%d is %s", (seconds, words) => {
    expect(delayWords(seconds)).toBe(words);
  });
});

describe("routeSummary", () => {
  it("names the gravest finding that is neither of the sender nor of the text", () => {
    expect(routeSummary(result("Your code is 123456"))).toBeNull();
    expect(routeSummary(result("something else altogether"))).toBeNull();
  });
});
