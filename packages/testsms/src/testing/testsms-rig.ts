import { createVirtualClock, type MakeVendorRig } from "@smsproof/vendor/contract";
import { createTestsms } from "../testsms.ts";
import { createFakeTestsms, delivered, FAKE_CLIENT_SECRET } from "./fake-testsms.ts";

/** The key of the rig's callbacks. */
const RIG_CALLBACK_KEY = "cbk_key-that-nobody-may-ever-see-0123456";

/** TestSMS's client with the fake behind it. */
export const makeTestsmsRig: MakeVendorRig = async ({ callbacks }) => {
  const clock = createVirtualClock();
  const fake = createFakeTestsms(clock.now);
  const testsms = createTestsms({
    clientId: "client",
    clientSecret: FAKE_CLIENT_SECRET,
    fetch: fake.fetch,
    clock,
    random: () => 0.5,
    environment: {},
  });
  const vendor = testsms.asVendor(
    callbacks ? { callbacks: { url: "https://receiver.example/testsms", key: RIG_CALLBACK_KEY } } : {},
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
      const url = test?.result["callbackUrl"];
      if (typeof url !== "string" || vendor.handleCallback === null) return;
      const body = JSON.stringify(test?.result);
      lastCallback = () => new Request(url, { method: "POST", body });
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
    secrets: () => [FAKE_CLIENT_SECRET, RIG_CALLBACK_KEY, ...fake.tokens()],
    close: async () => undefined,
  };
};
