import type { CreateOutcome, RouteTest, Vendor } from "@smsproof/vendor";
import { expect, it } from "vitest";
import { withRunIds } from "./run-ids.ts";

const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
const made: RouteTest = {
  vendor: "telq",
  id: "894562",
  msisdn: "32495000001",
  testText: "abc",
  destination,
  createdAt: "2026-11-01T10:00:00.000Z",
  expiresAt: "2026-11-01T11:00:00.000Z",
  resultExpected: true,
  raw: null,
};

it("tells tests of two sandboxes apart, and asks each for its own ids", async () => {
  const asked: string[] = [];
  const never = (): never => {
    throw new Error("is not asked");
  };
  const vendor: Vendor = {
    name: "telq",
    limits: { timeToLiveSeconds: { min: 60, max: 10_800, default: 3600 }, waitMarginMs: 0 },
    networks: never,
    createTests: async (): Promise<readonly CreateOutcome[]> => [
      { outcome: "created", index: 0, destination, test: made },
      { outcome: "refused", index: 1, destination, reason: "NETWORK_OFFLINE", error: null, raw: null },
    ],
    getResult: async ({ id }) => {
      asked.push(id);
      return never();
    },
    waitForResult: never,
    updates({ id }) {
      asked.push(id);
      return { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) };
    },
    handleCallback: null,
  };
  const outcomesOf = (run: string) =>
    withRunIds(vendor, run).createTests({ destinations: [destination, destination] });
  const [[one, refused], [other]] = [await outcomesOf("one"), await outcomesOf("other")];
  expect(one).toMatchObject({ test: { ...made, id: "one-894562" } });
  expect(other).toMatchObject({ test: { ...made, id: "other-894562" } });
  expect(refused).toMatchObject({ outcome: "refused", reason: "NETWORK_OFFLINE" });
  const test = { ...made, id: "one-894562" };
  await withRunIds(vendor, "one")
    .getResult(test)
    .catch(() => undefined);
  for await (const _ of withRunIds(vendor, "one").updates(test)) never();
  expect(asked).toEqual(["894562", "894562"]);
});
