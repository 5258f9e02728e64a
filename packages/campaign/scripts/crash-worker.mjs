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
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
// A slow line to the service centre: on this machine alone hardly a kill would fall between a message and its answer.
const slow = {
  ...sender,
  async send(message) {
    await pause();
    const outcome = await sender.send(message);
    await pause();
    return outcome;
  },
};
console.log("running");
const run = runCampaign({
  id: "crash",
  plan,
  vendors: [vendor],
  senders: [slow],
  store,
  retry: { attempts: 10, baseDelayMs: 50, maxDelayMs: 200 },
});
for await (const { type } of run) console.log(type);
await sender.close();
await store.close();
