// The near side of the crash test: runs the campaign, or goes on with it, until it is done or killed.
import { runCampaign } from "@smsproof/campaign";
import { createSmppSender, openStore } from "@smsproof/campaign/node";
import { createTelq } from "@smsproof/telq";

const { where, telq, smpp, plan } = JSON.parse(process.argv[2] ?? "{}");
const store = await openStore(where);
const vendor = createTelq({
  appId: 1,
  appKey: "sandbox-key",
  baseUrl: telq,
  retry: { baseDelayMs: 20 },
}).asVendor({
  schedule: { minMs: 200, maxMs: 1000, share: 0.2 },
  maxPollsPerSecond: 200,
});
const sender = createSmppSender({ url: smpp.replace("://", "://sandbox:sandbox@"), reconnectMs: 50 });
console.log("running");
const run = runCampaign({
  id: "crash",
  plan,
  vendors: [vendor],
  senders: [sender],
  store,
  retry: { attempts: 10, baseDelayMs: 50, maxDelayMs: 200 },
});
const { outcome, states, sendUnknown } = await run.report();
console.log(JSON.stringify({ outcome, states, sendUnknown }));
await sender.close();
await store.close();
