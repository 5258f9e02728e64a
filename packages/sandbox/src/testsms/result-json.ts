import { isoJava, isoMicroseconds, isoSeconds, withoutZone } from "../http/vendor-time.ts";
import type { NetworkSite } from "../networks/network-site.ts";
import { networkOfSmsc } from "../networks/smsc-lookup.ts";
import type { Quirks, TestSmsQuirks } from "../quirks/quirks.ts";
import { reported } from "../tests/reported.ts";
import type { RouteTest } from "../tests/route-test.ts";
import { RECEIPT_STATUS_NUMBERS } from "./receipt-status.ts";

/** A network of GET /v1/mccmnc. */
export function mccmncJson(site: NetworkSite): object {
  const network = {
    mccmnc: site.mcc + site.mnc,
    country: site.countryName,
    region: site.region,
    countryCode: site.callingCode,
    isoAlpha2: site.country,
    network: site.providerName,
  };
  return site.portedFrom === null ? network : { ...network, mccmncOriginal: site.mcc + site.portedFrom.mnc };
}

/** A test of the reply to POST /v1/createTest. The id is written digit by digit: it may be above 2^53. */
export function createdTestJson(test: RouteTest): string {
  const rest = { messageId: test.testText, ...(test.msisdn === null ? {} : { msisdn: test.msisdn }) };
  return `{"id":${test.id},${JSON.stringify(rest).slice(1)}`;
}

/** The body of GET /v1/smsTest/{id} and of a callback: one and the same, without an id. */
export function smsTestJson(test: RouteTest, quirks: Quirks): string {
  const { testsms } = quirks;
  const { sender, text, pdus } = reported(test, quirks);
  const date = (epochMs: number | null): string | null =>
    epochMs === null ? null : DATES[testsms.dates](epochMs);
  const requested = test.requested;
  const fields = {
    createdOn: date(test.createdAt),
    mccMnc: requested === null ? null : requested.mcc + requested.mnc,
    mccMncPorted: requested?.portedFromMnc == null ? null : requested.mcc + requested.portedFromMnc,
    deliveredSender: sender,
    deliveredText: text,
    phone: test.msisdn,
    messageId: test.testText,
    callbackUrl: test.callback?.url ?? null,
    receiptTime: date(test.receivedAt),
    receiptStatus: receiptStatus(test, quirks),
    pdu: onePdu(pdus, testsms.pdu),
    scts: date(test.delivered?.serviceCentreTime ?? null),
    scn: test.delivered?.smsc == null ? null : serviceCentreName(test.delivered.smsc),
    arrivalTs: date(test.receivedAt),
  };
  return JSON.stringify(withNulls(fields, testsms.nulls));
}

const DATES: Readonly<Record<TestSmsQuirks["dates"], (epochMs: number) => string>> = {
  documented: isoJava,
  sample: isoSeconds,
  microseconds: (epochMs) => isoMicroseconds(epochMs, 0),
  "no-zone": (epochMs) => withoutZone(isoJava(epochMs)),
};

function receiptStatus(test: RouteTest, { testsms, unknownStatus }: Quirks): string | number {
  const name = unknownStatus !== null && test.status === "WAIT" ? unknownStatus : test.status;
  const number = RECEIPT_STATUS_NUMBERS[name];
  if (testsms.status === "name" || number === undefined) return name;
  if (testsms.status === "number") return number;
  return testsms.status === "digits" ? String(number) : `${name}(${number})`;
}

const onePdu = (pdus: readonly string[], which: TestSmsQuirks["pdu"]): string | null => {
  if (which === "absent") return null;
  return (which === "first" ? pdus[0] : pdus.at(-1)) ?? null;
};

function serviceCentreName(number: string): string {
  const home = networkOfSmsc(number);
  return home === null ? number : `${home.providerName} ${home.countryName}`;
}

function withNulls(fields: object, style: TestSmsQuirks["nulls"]): object {
  const entries = Object.entries(fields);
  if (style === "null") return fields;
  if (style === "absent") return Object.fromEntries(entries.filter(([, value]) => value !== null));
  return Object.fromEntries(entries.map(([key, value]) => [key, value ?? "null"]));
}
