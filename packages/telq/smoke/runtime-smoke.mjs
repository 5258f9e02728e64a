// Runs in Node, Deno and Bun: uses the built package against a server that is given as the argument.
import { createTelq } from "../dist/index.js";

const origin = (globalThis.Deno?.args ?? process.argv.slice(2))[0];
const vendor = createTelq({
  appId: 1,
  appKey: "key",
  baseUrl: `${origin}/v2.1/client`,
  environment: {},
}).asVendor({
  callbacks: { url: "https://me.example/telq", token: "a-callback-token-of-this-test" },
});
const networks = await vendor.networks();
const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } };
const [created] = await vendor.createTests({ destinations: [destination] });
const callback = new Request("https://me.example/telq", {
  method: "POST",
  body: '{"id":9007199254740993,"testStatus":"POSITIVE","senderDelivered":"ACME"}',
  headers: { authorization: "Bearer a-callback-token-of-this-test" },
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
