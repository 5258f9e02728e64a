import type { TypeOfNumber } from "../address.ts";
import type { DataCoding } from "../data-coding.ts";
import type { ProtocolIdentifier } from "../protocol-identifier.ts";
import type { DeliverFirstOctet } from "../sms-deliver.ts";
import type { TypeOfAddress } from "../type-of-address.ts";

const NUMBER_WORDS: Readonly<Record<TypeOfNumber, string>> = {
  unknown: "unknown type",
  international: "international",
  national: "national",
  "network-specific": "network-specific number",
  subscriber: "subscriber number",
  alphanumeric: "letters",
  abbreviated: "abbreviated number",
  reserved: "reserved type",
};

/** `international, E.164`. */
export function typeOfAddressWords({ ton, npi }: TypeOfAddress): string {
  const plan = npi === "isdn" ? "E.164" : npi === "unknown" ? "no plan" : `${npi} plan`;
  return ton === "alphanumeric" && npi === "unknown" ? NUMBER_WORDS[ton] : `${NUMBER_WORDS[ton]}, ${plan}`;
}

/** `no more messages waiting · no header · no reply path`. */
export function firstOctetWords(first: DeliverFirstOctet): string {
  return [
    first.moreMessagesToSend ? "more messages waiting" : "no more messages waiting",
    first.userDataHeaderIndicator ? "header" : "no header",
    first.replyPath ? "reply path" : "no reply path",
    ...(first.statusReportIndication ? ["status report"] : []),
    ...(first.loopPrevention ? ["forwarded or spawned"] : []),
  ].join(" · ");
}

/** `ordinary message`, else the kind with blanks. */
export function protocolIdentifierWords({ value, kind }: ProtocolIdentifier): string {
  return value === 0 ? "ordinary message" : kind.replaceAll("-", " ");
}

const ALPHABET_WORDS: Readonly<Record<DataCoding["alphabet"], string>> = {
  gsm7: "GSM 7-bit",
  "8bit": "8-bit data",
  ucs2: "UCS-2",
  ksc5601: "KS C 5601",
};

const CLASS_WORDS = [
  "class 0 (shown at once)",
  "class 1 (for the phone)",
  "class 2 (for the SIM)",
  "class 3 (for a terminal)",
] as const;

/** `GSM 7-bit, no class`. */
export function dataCodingWords(coding: DataCoding): string {
  const waiting = coding.messageWaiting;
  return [
    ALPHABET_WORDS[coding.alphabet],
    coding.messageClass === null ? (waiting === null ? "no class" : null) : CLASS_WORDS[coding.messageClass],
    coding.compressed ? "compressed" : null,
    coding.autoDelete ? "deleted once read" : null,
    waiting === null
      ? null
      : `${waiting.kind} waiting ${waiting.active ? "on" : "off"}, ${waiting.store ? "message kept" : "message discarded"}`,
    coding.reserved ? "reserved coding" : null,
  ]
    .filter((word) => word !== null)
    .join(", ");
}
