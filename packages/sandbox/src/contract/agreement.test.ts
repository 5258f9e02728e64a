import { decodeDeliver, Reassembler } from "@smsproof/pdu";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SmsRequest } from "../control/sms-request.ts";
import { SITES } from "../networks/sites.ts";
import { ROUTES } from "../routes/catalogue.ts";
import type { RouteSpec } from "../routes/route.ts";
import { routeFromSpec } from "../routes/route-spec.ts";
import { createSandbox, type Sandbox } from "../sandbox.ts";
import {
  type TelqResult,
  type TestSmsResult,
  telqClient,
  telqResult,
  telqTest,
  testsmsClient,
  testsmsResult,
  testsmsTest,
} from "../testing/clients.ts";

/** What the PDUs say by themselves, once a reader who knows nothing of the sandbox has joined them. */
function readAlone(pdus: readonly string[]) {
  const joined = new Reassembler();
  const parts = pdus.map((pdu) => decodeDeliver(pdu, { smsc: "present" }));
  const whole = parts.map((part) => joined.add(part)).find((message) => message !== null);
  const message = whole ?? joined.flush()[0];
  if (message === undefined) throw new Error("there is no message in the PDUs");
  return {
    sender: message.originator.address,
    text: message.text,
    smsc: message.smsc?.address ?? null,
    time: message.timestamp.epochMs,
    isPart: parts[0]?.concatenation != null,
  };
}

/** TelQ: every PDU is there, so everything must be the same. */
function telqAgrees(result: TelqResult): void {
  const { sender, text, smsc, time } = readAlone(result.pdusDelivered);
  expect([result.senderDelivered, result.textDelivered]).toEqual([sender, text]);
  expect(result.smscInfo?.["smscNumber"] ?? null).toBe(smsc?.replace("+", "") ?? null);
  expect(Math.abs(Date.parse(result.smsReceivedAt ?? "") - (time ?? 0))).toBeLessThanOrEqual(1000);
}

/** TestSMS: one PDU of however many there were. */
function testsmsAgrees(result: TestSmsResult): void {
  const { sender, text, smsc, time, isPart } = readAlone([result["pdu"] ?? ""]);
  const delivered = result["deliveredText"] ?? null;
  expect(result["deliveredSender"]).toBe(sender);
  if (isPart && text !== null) expect(delivered).toContain(text);
  else expect(delivered).toBe(text);
  const home = SITES.find((site) => site.smsc === smsc);
  expect(result["scn"]).toBe(home && `${home.providerName} ${home.countryName}`);
  expect(Date.parse(result["scts"] ?? "")).toBe(time);
  expect(Math.abs(Date.parse(result["receiptTime"] ?? "") - (time ?? 0))).toBeLessThanOrEqual(1000);
}

/** Sends a message for a test of each vendor over the same route; false where it never arrived. */
async function bothAgree(
  sandbox: Sandbox,
  spec: RouteSpec,
  message: Omit<SmsRequest, "to">,
): Promise<boolean> {
  const telq = telqClient(sandbox);
  const testsms = testsmsClient(sandbox);
  sandbox.routes.set({ default: routeFromSpec(spec) });
  const one = await telqTest(telq, "206", "10", { testIdTextType: "NUMERIC" });
  const other = await testsmsTest(testsms, { mccmnc: "20610", messageIdTemplate: "[code9]" });
  const text = (code: string): string => (message.text ?? "").replaceAll("{code}", code);
  sandbox.sms({ ...message, to: one.phoneNumber, text: text(one.testIdText) });
  sandbox.sms({ ...message, to: other.msisdn, text: text(other.messageId) });
  await sandbox.advance(120_000);
  const results = [await telqResult(telq, one.id), await testsmsResult(testsms, other.id)] as const;
  if (results[0].pdusDelivered.length === 0) {
    expect([results[0].testStatus, results[1]["receiptStatus"]]).toEqual(["WAIT", "WAIT"]);
    return false;
  }
  telqAgrees(results[0]);
  testsmsAgrees(results[1]);
  return true;
}

const SPECS: readonly (readonly [string, RouteSpec, (typeof ROUTES)[number]])[] = ROUTES.map((entry) => [
  entry.name,
  entry.args.length === 0 ? entry.name : { [entry.name]: entry.args },
  entry,
]);

describe("JSON and PDUs agree in text, sender, service centre and time", () => {
  it.each(SPECS)("on the route %s", async (_, spec, { specimen }) => {
    const { from, text, encoding } = specimen;
    const message = { from, text, ...(encoding === undefined ? {} : { encoding }) };
    expect(await bothAgree(createSandbox(), spec, message)).toBe(!routeFromSpec(spec).drops);
  });

  it("whatever the message, and however many routes lie before the handset", async () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 80 }),
          fc.string({ unit: "binary", maxLength: 80 }),
          fc.constantFrom("€{}", "ж", "👍🏽", "\r\n", "word ".repeat(40), "https://a.example/b?c ", "{code}"),
        ),
        { maxLength: 5 },
      )
      .map((pieces) => `{code} ${pieces.join("")}`);
    const message = fc.record({
      from: fc.constantFrom("ACME", "", "12345", "+32478123456", "A_b@c {d}", "ÅÄÖÑÜ§¿"),
      text,
    });
    const specs = fc.array(fc.constantFrom(...SPECS.map(([, spec]) => spec)), { maxLength: 4 });
    // One sandbox for all: the time of a message must be its own.
    const sandbox = createSandbox({ transitMs: [0, 20_000] });
    let arrived = 0;
    await fc.assert(
      fc.asyncProperty(message, specs, async (sent, spec) => {
        sandbox.reset();
        if (await bothAgree(sandbox, spec, sent)) arrived += 1;
      }),
      { numRuns: 100 },
    );
    expect(arrived).toBeGreaterThan(50);
  });

  it("unless a quirk says otherwise", async () => {
    const sandbox = createSandbox({ quirks: { jsonDisagrees: true } });
    await expect(bothAgree(sandbox, "clean", { from: "ACME", text: "{code}" })).rejects.toThrow("ACME.");
  });
});
