import { createSandbox, routingFromSpec, type Sandbox, startSandboxServer } from "@smsproof/sandbox";
import { createTelq } from "@smsproof/telq";
import { createTestsms } from "@smsproof/testsms";
import type { Sender, Vendor } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import { createHttpSender } from "../senders/http/http-sender.ts";
import { createInProcessSender } from "../senders/in-process-sender.ts";
import { createSmppSender } from "../senders/smpp/smpp-sender.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { network } from "../testing/fake-vendor.ts";
import { runCampaign } from "./run-campaign.ts";

const schedule = { minMs: 20, maxMs: 50, share: 0.1 };
const LONG = `Your code is {testText}. ${"It is a long message with \u20ac signs. ".repeat(8)}`;

const plan = (vendor: Vendor, sender: Sender): CampaignPlan => ({
  vendors: [vendor.name],
  senders: [sender.name],
  destinations: [network("206", "10"), network("262", "02")],
  messages: [
    { sender: "ACME", text: "Your code is {testText}" },
    { sender: "ACME", text: LONG },
    { sender: "ACME", text: "\u041a\u043e\u0434 {testText} \u{1F600}" },
  ],
  budget: 6,
});

const telqOf = (options: { readonly baseUrl: string; readonly fetch?: Sandbox["fetch"] }): Vendor => {
  const { baseUrl, fetch } = options;
  const client = createTelq({
    appId: 1,
    appKey: "sandbox-key",
    baseUrl,
    ...(fetch ? { fetch } : {}),
    environment: {},
  });
  return client.asVendor({ schedule, maxPollsPerSecond: 500 });
};

describe("against the sandbox, whose handsets show real PDUs", () => {
  it.each(["in process", "by SMPP", "by HTTP"])("a campaign sent %s arrives as it was sent", async (way) => {
    const { ready, sandbox, close } = await startSandboxServer({
      port: 0,
      smppPort: 0,
      realTime: true,
      transitMs: [1, 20],
    });
    const senders: Record<string, () => Sender> = {
      "in process": () => createInProcessSender(sandbox, { receiptEveryMs: 10 }),
      "by SMPP": () => createSmppSender({ url: ready.smpp.replace("://", "://sandbox:sandbox@") }),
      "by HTTP": () =>
        createHttpSender({
          url: `${ready.control}/sms`,
          json: { from: "{from}", to: "{to}", text: "{text}" },
          messageId: "id",
        }),
    };
    const sender = senders[way]?.();
    if (sender === undefined) throw new Error("no sender");
    const vendor = telqOf({ baseUrl: ready.telq });
    const store = createMemoryStore();
    const run = runCampaign({ plan: plan(vendor, sender), vendors: [vendor], senders: [sender], store });
    const report = await run.report();
    await sender.close?.();
    await close();
    expect(report.tests.map(({ comparison }) => comparison?.summary)).toEqual(
      Array(6).fill(expect.any(String)),
    );
    expect(report).toMatchObject({ outcome: "same", delivered: 6 });
    expect(report.verdicts.SAME).toBe(6);
  });

  it("routes that change messages are found out, by their findings", async () => {
    const sandbox = createSandbox({ realTime: true, transitMs: [1, 10] });
    sandbox.routes.set(routingFromSpec({ networks: { "20610": { senderReplaced: ["INFO"] } } }));
    const vendor = createTestsms({
      clientId: "sandbox-client",
      clientSecret: "sandbox-secret",
      fetch: sandbox.fetch,
      environment: {},
    }).asVendor({ schedule, maxPollsPerSecond: 500 });
    const sender = createInProcessSender(sandbox);
    const run = runCampaign({
      plan: plan(vendor, sender),
      vendors: [vendor],
      senders: [sender],
      store: createMemoryStore(),
    });
    const report = await run.report();
    await sender.close?.();
    await sandbox.close();
    const verdicts = report.tests.map(({ destination, comparison }) => [
      destination.kind === "network" && destination.network.mcc,
      comparison?.sender.verdict,
    ]);
    expect(verdicts).toEqual(
      Array.from({ length: 3 }, () => [
        ["206", "REPLACED"],
        ["262", "SAME"],
      ]).flat(),
    );
  });
});
