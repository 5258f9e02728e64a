import { creationContract, type RawRequest, startFaultyServer } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createTestsms, type Testsms } from "../testsms.ts";

const isCreation = ({ method, path }: RawRequest): boolean =>
  method === "POST" && path.endsWith("/createTest");

const reply = ({ path }: RawRequest) => {
  if (path.endsWith("/access-token"))
    return { status: 200, body: '{"access_token":"token","expires_in":86400}' };
  if (path.endsWith("/mccmnc")) return { status: 200, body: "[]" };
  return { status: 200, body: '[{"phoneNumbers":[{"id":1,"messageId":"abc","msisdn":"4499274098712"}]}]' };
};

const clientFor = (origin: string, timeoutMs: number): Testsms =>
  createTestsms({
    clientId: "client",
    clientSecret: "secret",
    baseUrl: `${origin}/api`,
    timeoutMs,
    retry: { baseDelayMs: 1 },
    environment: {},
  });

describe("no request that costs credits reaches TestSMS twice", () => {
  const cases = creationContract({
    createVendor: (origin, timeoutMs) => clientFor(origin, timeoutMs).asVendor(),
    isCreation,
    reply,
    destination: { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } },
    oneRequestForAll: false,
  });
  for (const { name, run } of cases) it(name, run);

  it.each([false, true])(
    "sends a creation once: the connection cut in the middle of a long body (reset: %s)",
    async (reset) => {
      const server = await startFaultyServer({
        isCreation,
        reply,
        fault: { kind: "cut-during-body", reset },
      });
      try {
        const networks = Array.from({ length: 20_000 }, () => ({ mccmnc: "20610" }));
        const creation = clientFor(server.origin, 10_000).tests.create({ networks });
        await expect(creation).rejects.toMatchObject({
          code: "CONNECTION",
          effect: "unknown",
          retryable: false,
        });
        expect(server.creations()).toBe(1);
      } finally {
        await server.close();
      }
    },
  );
});
