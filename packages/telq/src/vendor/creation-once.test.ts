import { creationContract } from "@smsproof/vendor/contract";
import { describe, it } from "vitest";
import { createTelq } from "../telq.ts";

const reply = ({ path, body }: { path: string; body: string }) => {
  if (path.endsWith("/token")) return { status: 200, body: '{"ttl":86400,"value":"token"}' };
  if (path.endsWith("/networks")) return { status: 200, body: "[]" };
  const { destinationNetworks } = JSON.parse(body);
  const tests = destinationNetworks.map((destinationNetwork: object, at: number) => {
    return {
      id: at + 1,
      phoneNumber: "33611223344",
      testIdText: "abc",
      errorMessage: null,
      destinationNetwork,
    };
  });
  return { status: 200, body: JSON.stringify(tests) };
};

describe("no request that costs credits reaches TelQ twice", () => {
  const cases = creationContract({
    createVendor: (origin, timeoutMs) =>
      createTelq({
        appId: 1,
        appKey: "key",
        baseUrl: `${origin}/v2.1/client`,
        timeoutMs,
        retry: { baseDelayMs: 1 },
        environment: {},
      }).asVendor(),
    isCreation: ({ method, path }) => method === "POST" && path.endsWith("/tests"),
    reply,
    destination: { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } },
    oneRequestForAll: true,
  });
  for (const { name, run } of cases) it(name, run);
});
