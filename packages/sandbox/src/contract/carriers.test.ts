import { describe, expect, it } from "vitest";
import { createSandbox } from "../sandbox.ts";
import { CARRIERS, type Carrier, type OpenCarrier } from "../testing/carriers.ts";
import { controlClient, type Read, telqClient, telqTest, testsmsClient } from "../testing/clients.ts";

type Fact = readonly [number, string];

const fact = ({ status, text }: Read<unknown>): Fact => [status, text];

/** One story of each vendor, as every reply of it. */
async function story(open: OpenCarrier): Promise<readonly Fact[]> {
  const telq = telqClient(open, open.telq);
  const testsms = testsmsClient(open, `${open.testsms}/v1`);
  const control = controlClient(open, open.control);
  const facts: Fact[] = [];
  const note = (read: Read<unknown>): void => {
    facts.push(fact(read));
  };
  note(await telq.ask("POST", "/token", { appId: 1, appKey: "wrong" }));
  note(await telq.call("GET", "/networks"));
  const test = await telqTest(telq);
  note(await telq.call("GET", `/results/${test.id}`));
  note(
    await control.ask("POST", "/routes", {
      default: [{ senderReplaced: "INFO" }, { suffixed: " Reply STOP" }],
    }),
  );
  note(
    await control.ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      text: `código ${test.testIdText} ж`,
    }),
  );
  note(await telq.call("GET", `/results/${test.id}`));
  note(await testsms.call("GET", "/mccmnc"));
  note(await testsms.call("POST", "/createTest", { networks: [{ mccmnc: "26202" }] }));
  note(await control.ask("POST", "/advance", { ms: 7_200_000 }));
  note(await testsms.call("GET", "/smsTest/524232"));
  note(await testsms.call("POST", "/createTest", "nonsense"));
  note(await control.ask("POST", "/faults", { match: { target: "telq" }, status: 503, retryAfter: 3 }));
  note(await telq.call("GET", "/networks"));
  return facts;
}

async function tell(carrier: Carrier): Promise<readonly Fact[]> {
  const sandbox = createSandbox({ seed: 11 });
  const open = await carrier.open(sandbox);
  try {
    return await story(open);
  } finally {
    await open.close();
    await sandbox.close();
  }
}

describe("whatever carries the requests", () => {
  it.each(CARRIERS.slice(1).map((carrier) => [carrier.name, carrier] as const))(
    "%s gets the same replies, octet by octet, as the injected fetch",
    async (_, carrier) => {
      const [first, ...rest] = CARRIERS;
      expect(rest).toContain(carrier);
      expect(await tell(carrier)).toEqual(await tell(first as Carrier));
    },
  );

  it.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))(
    "%s breaks when a fault breaks it",
    async (_, carrier) => {
      const sandbox = createSandbox();
      const open = await carrier.open(sandbox);
      try {
        const telq = telqClient(open, open.telq);
        await telq.token();
        sandbox.faults.add({ reset: "before", times: 1 });
        await expect(telq.call("GET", "/networks")).rejects.toThrow(TypeError);
        sandbox.faults.add({ reset: "body", times: 1 });
        await expect(telq.call("GET", "/networks")).rejects.toThrow(TypeError);
        expect((await telq.call("GET", "/networks")).status).toBe(200);
      } finally {
        await open.close();
        await sandbox.close();
      }
    },
  );
});
