// Runs in Node, Deno and Bun: uses the built package against a server that is given as the argument.
import { createTestsms } from "../dist/index.js";

const origin = (globalThis.Deno?.args ?? process.argv.slice(2))[0];
const vendor = createTestsms({
  clientId: "client",
  clientSecret: "secret",
  baseUrl: `${origin}/api`,
  environment: {},
}).asVendor({
  callbacks: { url: "https://me.example/hooks", key: "cbk_abcdefghijklmnopqrstuvwxyz012345" },
});
const networks = await vendor.networks();
const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } };
const [created] = await vendor.createTests({ destinations: [destination] });
const callback = new Request("https://me.example/hooks/cbk_abcdefghijklmnopqrstuvwxyz012345", {
  method: "POST",
  body: '{"phone":"4499274098712","messageId":"abc","receiptStatus":"POSITIVE(1)","deliveredSender":"ACME"}',
});
const { status } = await vendor.handleCallback(callback);
const result = created.outcome === "created" ? await vendor.waitForResult(created.test) : null;
console.log(
  JSON.stringify({
    networks: networks.length,
    outcome: created.outcome,
    error: created.error?.code ?? null,
    systemCode: created.error?.systemCode ?? null,
    id: created.test?.id ?? null,
    callback: status,
    settledBy: result?.settledBy ?? null,
    sender: result?.sender ?? null,
  }),
);
