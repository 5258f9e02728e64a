import { compare } from "@smsproof/compare";
import type { MessageView } from "../control/state-view.ts";
import { networkKey } from "../networks/network-site.ts";
import { SITES } from "../networks/sites.ts";
import type { DeepPartial } from "../quirks/deep-partial.ts";
import type { Quirks } from "../quirks/quirks.ts";
import type { Specimen } from "../routes/catalogue.ts";
import type { Route } from "../routes/route.ts";
import { createSandbox, type Sandbox } from "../sandbox.ts";
import type { VendorName } from "../tests/route-test.ts";
import {
  type TelqResult,
  type TestSmsResult,
  telqClient,
  telqResult,
  telqTest,
  testsmsClient,
  testsmsResult,
  testsmsTest,
} from "./clients.ts";

/** What a vendor reports of a message, in one form for both. */
interface Reported {
  readonly sender: string | null;
  readonly text: string | null;
  readonly pdus: readonly string[];
  readonly status: string;
  readonly receivedAt: string | null;
}

/** A specimen's journey: what was sent, and what a vendor reports of it. */
export interface DeliveredSpecimen {
  readonly specimen: Specimen;
  readonly sent: {
    readonly from: string;
    readonly text: string;
    readonly testText: string;
    readonly at: string;
  };
  readonly reported: Reported;
  /** The message as the sandbox keeps it, with its receipt. */
  readonly message: MessageView;
}

/** A test that was created at a vendor: whereto, with which text, and how its result is read. */
interface CreatedTest {
  readonly to: string;
  readonly testText: string;
  read(): Promise<Reported>;
}

const CREATE: Readonly<Record<VendorName, (sandbox: Sandbox, network: string) => Promise<CreatedTest>>> = {
  async telq(sandbox, network) {
    const telq = telqClient(sandbox);
    const test = await telqTest(telq, network.slice(0, 3), network.slice(3), {
      testIdTextType: "NUMERIC",
      testIdTextLength: 6,
    });
    return {
      to: test.phoneNumber,
      testText: test.testIdText,
      read: async () => reportedByTelq(await telqResult(telq, test.id)),
    };
  },
  async testsms(sandbox, network) {
    const testsms = testsmsClient(sandbox);
    const test = await testsmsTest(testsms, { mccmnc: network, messageIdTemplate: "[code6]" });
    return {
      to: test.msisdn,
      testText: test.messageId,
      read: async () => reportedByTestSms(await testsmsResult(testsms, test.id)),
    };
  },
};

const reportedByTelq = (result: TelqResult): Reported => ({
  sender: result.senderDelivered,
  text: result.textDelivered,
  pdus: result.pdusDelivered,
  status: result.testStatus,
  receivedAt: result.smsReceivedAt,
});

const reportedByTestSms = (result: TestSmsResult): Reported => ({
  sender: result["deliveredSender"] ?? null,
  text: result["deliveredText"] ?? null,
  pdus: result["pdu"] === undefined ? [] : [result["pdu"]],
  status: result["receiptStatus"] ?? "",
  receivedAt: result["receiptTime"] ?? null,
});

/** Sends a specimen over a route, through a vendor's API from end to end. */
export async function deliverSpecimen(
  specimen: Specimen,
  route: Route,
  { vendor = "telq", quirks = {} }: { vendor?: VendorName; quirks?: DeepPartial<Quirks> } = {},
): Promise<DeliveredSpecimen> {
  const sandbox = createSandbox({ routes: { default: route }, quirks });
  const test = await CREATE[vendor](sandbox, specimen.network);
  const text = specimen.text.replaceAll("{code}", test.testText);
  const at = new Date(sandbox.now()).toISOString();
  const { from, encoding } = specimen;
  const { id } = sandbox.sms({ from, to: test.to, text, ...(encoding === undefined ? {} : { encoding }) });
  // Until the slower vendor has given up waiting.
  await sandbox.advance(7_200_000);
  const message = sandbox.message(id);
  if (message === null) throw new Error("the message is lost");
  const sent = { from, text, testText: test.testText, at };
  return { specimen, sent, reported: await test.read(), message };
}

/** What the comparison finds on a journey. */
export function findingsOf({ specimen, sent, reported, message }: DeliveredSpecimen): readonly string[] {
  const { network, encoding } = specimen;
  const { receipt } = message;
  const country = SITES.find((site) => networkKey(site) === network)?.country;
  if (country === undefined) throw new Error(`there is no network ${network}`);
  const compared = compare({
    sent: {
      sender: sent.from,
      text: sent.text,
      testId: sent.testText,
      sentAt: sent.at,
      ...(encoding === undefined ? {} : { encoding: encoding === "gsm7" ? "GSM7" : "UCS2" }),
    },
    delivered: {
      sender: reported.sender,
      text: reported.text,
      pdus: reported.pdus,
      vendorStatus: reported.status,
      ...(reported.receivedAt === null ? {} : { receivedAt: reported.receivedAt }),
    },
    destination: { mcc: network.slice(0, 3), mnc: network.slice(3), country },
    ...(receipt === null ? {} : { dlr: { status: receipt.state, at: receipt.at } }),
  });
  return compared.findings.map(({ code }) => code).sort();
}
