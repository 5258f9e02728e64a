import { compare, FINDING_CODES } from "@smsproof/compare";
import { describe, expect, it } from "vitest";
import { networkKey } from "../networks/network-site.ts";
import { SITES } from "../networks/sites.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { ROUTES, type RouteEntry } from "../routes/catalogue.ts";
import { compose, type FindingCode, type Route } from "../routes/route.ts";
import { routeFromSpec } from "../routes/route-spec.ts";
import { createSandbox } from "../sandbox.ts";
import { testsmsClient } from "../testing/clients.ts";
import { deliverSpecimen } from "../testing/specimen.ts";

const routeOf = ({ name, args }: RouteEntry): Route =>
  routeFromSpec(args.length === 0 ? name : { [name]: args });

/** Sends a specimen over a route and asks the comparison what happened to it. */
async function findings(
  specimen: RouteEntry["specimen"],
  route: Route,
  quirks: Partial<Quirks> = {},
): Promise<readonly string[]> {
  const { sent, network, result, message } = await deliverSpecimen(specimen, route, quirks);
  const { receipt } = message;
  const compared = compare({
    sent: {
      sender: sent.from,
      text: sent.text,
      testId: sent.testText,
      sentAt: sent.at,
      ...(specimen.encoding === undefined
        ? {}
        : { encoding: specimen.encoding === "gsm7" ? "GSM7" : "UCS2" }),
    },
    delivered: {
      sender: result.senderDelivered,
      text: result.textDelivered,
      pdus: result.pdusDelivered,
      vendorStatus: result.testStatus,
      ...(result.smsReceivedAt === null ? {} : { receivedAt: result.smsReceivedAt }),
    },
    destination: { ...network, country: countryOf(specimen.network) },
    ...(receipt === null ? {} : { dlr: { status: receipt.state, at: receipt.at } }),
  });
  return compared.findings.map(({ code }) => code).sort();
}

const countryOf = (key: string): string => SITES.find((site) => networkKey(site) === key)?.country ?? "";

describe("what a route does is what the comparison finds", () => {
  it.each(ROUTES.map((entry) => [entry.name, entry] as const))("%s", async (_, entry) => {
    const route = routeOf(entry);
    expect(await findings(entry.specimen, route)).toEqual([...route.causes].sort());
  });

  it("also where routes are composed", async () => {
    const route = compose(
      ...["senderReplaced", "suffixed", "smscOf", "delayed"].map((name) => {
        const entry = ROUTES.find((candidate) => candidate.name === name);
        if (entry === undefined) throw new Error(name);
        return routeOf(entry);
      }),
    );
    const [plain] = ROUTES;
    if (plain === undefined) throw new Error("no routes");
    expect(await findings(plain.specimen, route)).toEqual([...route.causes].sort());
  });
});

describe("what a quirk does is what the comparison finds", () => {
  const [plain] = ROUTES;
  const specimen = plain?.specimen ?? { from: "ACME", text: "{code}", network: "20610" };
  const clean = routeFromSpec("clean");

  it("a vendor's JSON that says something else than its PDUs", async () => {
    expect(await findings(specimen, clean, { jsonDisagrees: true })).toEqual([
      "EVIDENCE_VENDOR_PDU_MISMATCH",
    ]);
  });

  it("a PDU that is cut", async () => {
    expect(await findings(specimen, clean, { brokenPdu: "cut" })).toEqual(["EVIDENCE_PDU_INCOMPLETE"]);
  });

  it("a flag of TestSMS that nothing explains", async () => {
    const sandbox = createSandbox({ quirks: { testsms: { replacedFlag: "always" } } });
    const testsms = testsmsClient(sandbox);
    const created = await testsms.call<
      { phoneNumbers: { id: number; msisdn: string; messageId: string }[] }[]
    >("POST", "/createTest", { networks: [{ mccmnc: "20801" }] });
    const [test] = created.body[0]?.phoneNumbers ?? [];
    const text = `Your code is ${test?.messageId}`;
    sandbox.sms({ from: "KiwiPost", to: test?.msisdn ?? "", text });
    const { body } = await testsms.call<Record<string, string>>("GET", `/smsTest/${test?.id}`);
    const { findings: found } = compare({
      sent: { sender: "KiwiPost", text },
      delivered: {
        sender: body["deliveredSender"] ?? null,
        text: body["deliveredText"] ?? null,
        pdus: [body["pdu"] ?? ""],
        vendorStatus: body["receiptStatus"],
      },
      destination: { country: "FR", mcc: "208", mnc: "01" },
    });
    expect(found.map(({ code }) => code)).toEqual(["EVIDENCE_VENDOR_FLAG_UNEXPLAINED"]);
  });
});

describe("the findings that routes and quirks can cause", () => {
  it("are all there are", () => {
    const quirks: readonly FindingCode[] = [
      "EVIDENCE_VENDOR_PDU_MISMATCH",
      "EVIDENCE_PDU_INCOMPLETE",
      "EVIDENCE_VENDOR_FLAG_UNEXPLAINED",
      // A route's argument decides between these and a generic name.
      ...routeFromSpec({ senderReplaced: "OtherBrand" }).causes,
      ...routeFromSpec({ senderReplaced: "Likely-SCAM" }).causes,
    ];
    const caused = new Set<string>([...ROUTES.flatMap((entry) => routeOf(entry).causes), ...quirks]);
    expect([...caused].sort()).toEqual(Object.keys(FINDING_CODES).sort());
  });
});
