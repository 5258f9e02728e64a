import { type DeliveryResult, type Network, readVendorDate, splitNetworkCode } from "@smsproof/vendor";
import type { TestsmsResult } from "./schemas.ts";
import { readTestsmsStatus } from "./status.ts";

/**
 * TestSMS's result in the shape that holds for every vendor. It names no test: `testId` is the caller's to give, `null`
 * for a callback that has not been matched.
 */
export function toDeliveryResult(result: TestsmsResult, raw: unknown, testId: string | null): DeliveryResult {
  const status = readTestsmsStatus(result.receiptStatus);
  return {
    vendor: "testsms",
    testId,
    status,
    sender: evidenceOf(result.deliveredSender, status.delivered),
    text: evidenceOf(result.deliveredText, status.delivered),
    pdus: result.pdu === null ? [] : result.pdu.split(/[\s,;|]+/).filter((pdu) => pdu !== ""),
    serviceCentre:
      result.scn === null
        ? null
        : {
            number: null,
            operatorName: result.scn,
            countryName: null,
            countryCode: null,
            mcc: null,
            mnc: null,
          },
    msisdn: result.phone === null ? null : phoneDigits(result.phone),
    testText: result.messageId,
    network: networkOf(result),
    times: {
      createdAt: readVendorDate(result.createdOn),
      receivedAt: readVendorDate(result.receiptTime),
      serviceCentreAt: readVendorDate(result.scts),
      arrivedAt: readVendorDate(result.arrivalTs),
    },
    delaySeconds: null,
    receipt: null,
    raw: withoutCallbackKey(raw, result.callbackUrl),
  };
}

/** Digits alone: neither a plus nor 00 in front. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^00/, "");
}

/** A delivered message may read "null" or be empty, and is evidence then; before that the same means nothing. */
function evidenceOf(value: string | null, delivered: boolean): string | null {
  return !delivered && (value === "null" || value === "") ? null : value;
}

function networkOf({ mccMnc, mccMncPorted }: TestsmsResult): Network | null {
  const code = mccMnc === null ? null : splitNetworkCode(mccMnc);
  if (code === null) return null;
  return {
    ...code,
    portedFrom: mccMncPorted === null ? null : splitNetworkCode(mccMncPorted),
    operatorName: null,
    portedFromOperatorName: null,
    countryName: null,
    countryCode: null,
    raw: { mccMnc, mccMncPorted },
  };
}

/** TestSMS echoes the callback URL, and whoever has that can send results. */
function withoutCallbackKey(raw: unknown, callbackUrl: string | null): unknown {
  return typeof raw === "object" && raw !== null && "callbackUrl" in raw ? { ...raw, callbackUrl } : raw;
}
