import { type DeliveryResult, type Network, readVendorDate, type ServiceCentre } from "@smsproof/vendor";
import type { TelqResult } from "./schemas.ts";
import { readTelqStatus } from "./status.ts";

/** TelQ's result in the shape that holds for every vendor. `raw` is the object as it came. */
export function toDeliveryResult(result: TelqResult, raw: unknown): DeliveryResult {
  const status = readTelqStatus(result.testStatus);
  return {
    vendor: "telq",
    testId: result.id,
    status,
    sender: evidenceOf(result.senderDelivered, status.delivered),
    text: evidenceOf(result.textDelivered, status.delivered),
    pdus: result.pdusDelivered,
    serviceCentre: serviceCentreOf(result.smscInfo),
    msisdn: result.destinationNetworkDetails?.phoneNumber ?? null,
    testText: result.testIdText,
    network: networkOf(result),
    times: {
      createdAt: readVendorDate(result.testCreatedAt),
      receivedAt: readVendorDate(result.smsReceivedAt),
      serviceCentreAt: null,
      arrivedAt: null,
    },
    delaySeconds: result.receiptDelay,
    receipt: null,
    raw,
  };
}

/**
 * A delivered message may read "null" or be empty, and is evidence then. While nothing has been delivered, the same is
 * TelQ's way to write that there is nothing.
 */
function evidenceOf(value: string | null, delivered: boolean): string | null {
  return !delivered && (value === "null" || value === "") ? null : value;
}

/** Results say `destinationNetworkDetails`, callbacks `destinationNetwork`. */
function networkOf(result: TelqResult): Network | null {
  const details = result.destinationNetworkDetails;
  const found = details ?? result.destinationNetwork;
  if (found === null || found.mcc === null || found.mnc === null) return null;
  const { mcc, mnc, portedFromMnc } = found;
  return {
    mcc,
    mnc,
    portedFrom: portedFromMnc === null ? null : { mcc, mnc: portedFromMnc },
    operatorName: details?.providerName ?? null,
    portedFromOperatorName: details?.portedFromProviderName ?? null,
    countryName: details?.countryName ?? null,
    countryCode: null,
    raw: found,
  };
}

function serviceCentreOf(info: TelqResult["smscInfo"]): ServiceCentre | null {
  if (info === null) return null;
  const { smscNumber, providerName, countryName, countryCode, mcc, mnc } = info;
  return { number: smscNumber, operatorName: providerName, countryName, countryCode, mcc, mnc };
}
