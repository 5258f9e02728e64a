import { isoJava, isoMicroseconds, isoSeconds, withoutZone } from "../http/vendor-time.ts";
import type { NetworkSite } from "../networks/network-site.ts";
import { networkOfSmsc } from "../networks/smsc-lookup.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { reported } from "../tests/reported.ts";
import type { RouteTest } from "../tests/route-test.ts";

// An id is written as it is, digit by digit: a JavaScript number would round it above 2^53.
const withId = (id: string, rest: object): string => {
  const json = JSON.stringify(rest);
  return `{"id":${id}${json === "{}" ? "" : `,${json.slice(1, -1)}`}}`;
};

/** A network of GET /networks. */
export function networkJson(site: NetworkSite, { telq }: Quirks): object {
  const { mcc, countryName, mnc, providerName, portedFrom } = site;
  const network = { mcc, countryName, mnc, providerName };
  if (portedFrom !== null) {
    return { ...network, portedFromMnc: portedFrom.mnc, portedFromProviderName: portedFrom.providerName };
  }
  return telq.notPorted === "null"
    ? { ...network, portedFromMnc: null, portedFromProviderName: null }
    : network;
}

/** A test as POST /tests answers it. */
export function createdTestJson(test: RouteTest, quirks: Quirks): string {
  const { telq } = quirks;
  const { testIdTextType, testIdTextCase, testIdTextLength } = test.details;
  const offline = test.msisdn === null;
  return withId(
    test.id,
    nulls(
      {
        phoneNumber: test.msisdn,
        testIdText: offline ? null : test.testText,
        errorMessage: offline ? test.status : null,
        destinationNetwork: requestedNetwork(test),
        ...(telq.echoTestIdText ? { testIdTextType, testIdTextCase, testIdTextLength } : {}),
      },
      telq.nulls,
    ),
  );
}

/** The body of GET /results/{id} and of a callback; they name the network differently. */
export function resultJson(test: RouteTest, quirks: Quirks, form: "result" | "callback"): string {
  const { telq } = quirks;
  const { sender, text, pdus } = reported(test, quirks);
  const created = createdAt(test, telq.createdAt);
  const received = test.receivedAt === null ? null : isoSeconds(test.receivedAt);
  const both = form === "callback" && telq.callbackNetwork === "both";
  const short = form === "callback" && telq.callbackNetwork === "destinationNetwork";
  return withId(
    test.id,
    nulls(
      {
        testIdText: test.testText,
        senderDelivered: sender,
        textDelivered: text,
        testCreatedAt: created,
        smsReceivedAt: received,
        receiptDelay: received === null ? null : Math.round((Date.parse(received) - test.createdAt) / 1000),
        testStatus:
          quirks.unknownStatus !== null && test.status === "WAIT" ? quirks.unknownStatus : test.status,
        ...(short || both ? { destinationNetwork: requestedNetwork(test) } : {}),
        ...(short ? {} : { destinationNetworkDetails: networkDetails(test) }),
        smscInfo: smscInfo(test, quirks),
        pdusDelivered: pdus,
      },
      telq.nulls,
    ),
  );
}

function createdAt(test: RouteTest, style: Quirks["telq"]["createdAt"]): string {
  if (style === "seconds") return isoSeconds(test.createdAt);
  if (style === "+0000") return isoJava(test.createdAt);
  const precise = isoMicroseconds(test.createdAt, Number(BigInt(test.id) % 1000n));
  return style === "no-zone" ? withoutZone(precise) : precise;
}

const requestedNetwork = ({ requested }: RouteTest): object => ({
  mcc: requested?.mcc ?? null,
  mnc: requested?.mnc ?? null,
  portedFromMnc: requested?.portedFromMnc ?? null,
});

const networkDetails = ({ requested, site }: RouteTest): object => ({
  mcc: requested?.mcc ?? null,
  mnc: requested?.mnc ?? null,
  portedFromMnc: requested?.portedFromMnc ?? null,
  countryName: site?.countryName ?? null,
  providerName: site?.providerName ?? null,
  portedFromProviderName: site?.portedFrom?.providerName ?? null,
});

const UNKNOWN_SMSC = {
  smscNumber: null,
  countryName: null,
  countryCode: null,
  mcc: null,
  mnc: null,
  providerName: null,
} as const;

function smscInfo({ delivered }: RouteTest, { telq }: Quirks): object | null {
  if (delivered === null) return telq.waitingSmscInfo === "null" ? null : UNKNOWN_SMSC;
  if (telq.smscInfo === "unknown" || delivered.smsc === null) return UNKNOWN_SMSC;
  const home = networkOfSmsc(delivered.smsc);
  return {
    smscNumber: delivered.smsc.replace("+", ""),
    countryName: home?.countryName ?? null,
    countryCode: home?.country ?? null,
    mcc: home?.mcc ?? null,
    mnc: home?.mnc ?? null,
    providerName: home?.providerName ?? null,
  };
}

function nulls(fields: object, style: Quirks["telq"]["nulls"]): object {
  if (style === "null") return fields;
  const entries = Object.entries(fields);
  if (style === "absent") return Object.fromEntries(entries.filter(([, value]) => value !== null));
  return Object.fromEntries(entries.map(([key, value]) => [key, value === null ? "null" : value]));
}
