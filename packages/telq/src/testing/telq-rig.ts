import { createVirtualClock, type MakeVendorRig } from "@smsproof/vendor/contract";
import { createTelq } from "../telq.ts";
import { callbackBody, createFakeTelq, delivered, FAKE_APP_KEY } from "./fake-telq.ts";

/** The token of the rig's callbacks. */
const RIG_CALLBACK_TOKEN = "callback-token-that-nobody-may-see";

/** TelQ's client with the fake behind it. */
export const makeTelqRig: MakeVendorRig = async ({ callbacks }) => {
  const clock = createVirtualClock();
  const fake = createFakeTelq(clock.now);
  const telq = createTelq({
    appId: "000001",
    appKey: FAKE_APP_KEY,
    fetch: fake.fetch,
    clock,
    random: () => 0.5,
    environment: {},
  });
  const vendor = telq.asVendor(
    callbacks ? { callbacks: { url: "https://receiver.example/telq", token: RIG_CALLBACK_TOKEN } } : {},
  );
  let lastCallback: (() => Request) | null = null;
  return {
    vendor,
    clock,
    onLine: { mcc: "206", mnc: "10", portedFrom: null },
    offLine: { mcc: "716", mnc: "06", portedFrom: null },
    async deliver({ id }, { from, text }) {
      fake.setResult(id, delivered(from, text));
      const test = fake.tests.get(id);
      if (test?.callbackUrl == null || vendor.handleCallback === null) return;
      const { callbackUrl, callbackToken } = test;
      const body = callbackBody(test);
      lastCallback = () =>
        new Request(callbackUrl, { method: "POST", body, headers: { authorization: callbackToken ?? "" } });
      await vendor.handleCallback(lastCallback());
    },
    async replayCallback() {
      if (lastCallback === null || vendor.handleCallback === null) return 0;
      return (await vendor.handleCallback(lastCallback())).status;
    },
    creationRequests: () => fake.creations.length,
    testsCreated: () => fake.tests.size,
    expireTokens: fake.expireTokens,
    failNextCreation: fake.failNextCreation,
    failNextRead: fake.failNextRead,
    secrets: () => [FAKE_APP_KEY, RIG_CALLBACK_TOKEN, ...fake.tokens()],
    close: async () => undefined,
  };
};
