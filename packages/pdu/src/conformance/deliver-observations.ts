import type { DataCoding } from "../data-coding.ts";
import { isPduError } from "../pdu-error.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import type { HeaderElement } from "../user-data-header.ts";
import type { Comparison } from "./expected-differences.ts";

/** What is compared: fields of an SMS-DELIVER, as many as the row is about, or as could be read. */
export type Observed = Partial<SmsDeliver>;

/** How one thing that sources assert is read from our value, in the source's own words. */
type Observation = (value: Observed, expected: unknown) => unknown;

const TYPES_OF_NUMBER = [
  "unknown",
  "international",
  "national",
  "network-specific",
  "subscriber",
  "alphanumeric",
  "abbreviated",
  "reserved",
];
const NUMBERING_PLANS = ["unknown", "isdn", "reserved-2", "data", "telex", "scts-5", "scts-6"];

const OBSERVATIONS: Readonly<Record<string, Observation>> = {
  smsc: ({ smsc }) => smsc?.address,
  oa: ({ originator }) => originator?.address,
  oaToa: ({ originator, diagnostics = [] }) =>
    originator &&
    (diagnostics.some(({ code }) => code === "ADDRESS_EXTENSION_MISSING") ? 0 : 128) +
      16 * TYPES_OF_NUMBER.indexOf(originator.ton) +
      NUMBERING_PLANS.indexOf(originator.npi),
  fo: ({ firstOctet }) => firstOctet?.value,
  flags: ({ firstOctet }, expected) => {
    const flags: Readonly<Record<string, boolean | undefined>> = {
      mms: firstOctet?.moreMessagesToSend,
      lp: firstOctet?.loopPrevention,
      rp: firstOctet?.replyPath,
      udhi: firstOctet?.userDataHeaderIndicator,
      sri: firstOctet?.statusReportIndication,
    };
    return Object.fromEntries(Object.keys(expected as object).map((name) => [name, flags[name]]));
  },
  pid: ({ protocolIdentifier }) => protocolIdentifier?.value,
  replaceType: ({ protocolIdentifier }) =>
    Number(/^replace-short-message-type-(\d)$/.exec(protocolIdentifier?.kind ?? "")?.[1]),
  replaces: ({ protocolIdentifier }) =>
    /^(replace-short-message-type-\d|return-call-message)$/.test(protocolIdentifier?.kind ?? ""),
  dcs: ({ dataCoding }) => dataCoding?.value,
  alphabet: ({ dataCoding }) => dataCoding?.alphabet,
  messageClass: ({ dataCoding }, expected) =>
    expected === "normal" && dataCoding?.messageClass === null ? "normal" : dataCoding?.messageClass,
  mwi: ({ dataCoding }, expected) =>
    typeof expected === "string" ? indication(dataCoding) : indicationOf(dataCoding),
  mwiStore: ({ dataCoding }) => dataCoding?.messageWaiting?.store,
  scts: ({ timestamp }) => timestamp?.iso,
  sctsUtc: ({ timestamp }) => utcOf(timestamp?.epochMs)?.slice(0, 19),
  utc: ({ timestamp }) => utcOf(timestamp?.epochMs)?.replace(".000", ""),
  sctsUnix: ({ timestamp }) => timestamp?.epochMs && timestamp.epochMs / 1000,
  sctsHex: ({ timestamp }) => timestamp?.raw,
  udl: ({ userDataLength }) => userDataLength,
  udh: ({ userDataHeader, concatenation, ports }, expected) =>
    expected === null
      ? userDataHeader
      : {
          ...("concat" in (expected as object) && { concat: concatenationIn(concatenation, expected) }),
          ...("ports" in (expected as object) && { ports: portsIn(ports, expected) }),
        },
  concat: ({ concatenation }, expected) => concatenationIn(concatenation, { concat: expected }),
  ports: ({ ports }, expected) => portsIn(ports, { ports: expected }),
  locking: ({ nationalLanguage }) => nationalLanguage?.locking,
  ies: ({ userDataHeader }, expected) =>
    userDataHeader?.elements.map((element, index) => elementAs(element, (expected as unknown[][])[index])),
  multipart: ({ concatenation }) => concatenation !== null,
  text: ({ text }) => text,
  textPrefix: ({ text }, expected) => text?.slice(0, String(expected).length),
  ud: ({ data, text }) => (data ?? utf16Hex(text ?? "")).toLowerCase(),
  rest: ({ data }) => data?.toLowerCase(),
  // smsproof gives the text of an e-mail as it stands.
  emailFrom: () => undefined,
  emailBody: () => undefined,
};

/** Expectations that are about the act of decoding, not about the value. */
const ABOUT_DECODING: ReadonlySet<string> = new Set(["error", "accepts", "caseInsensitive", "peerError"]);

/** Compares every assertion about the value. Throws for one that nobody knows how to check. */
export function compareValue(
  value: Observed,
  expectations: Readonly<Record<string, unknown>>,
): readonly Comparison[] {
  return Object.entries(expectations)
    .filter(([field]) => !ABOUT_DECODING.has(field))
    .map(([field, expected]) => {
      const observe = OBSERVATIONS[field];
      if (observe === undefined) throw new Error(`nobody checks the expectation "${field}"`);
      return { field, expected: normal(field, expected), observed: observe(value, expected) };
    });
}

/** `rejected` when `decode` throws our error or reports an error, else `accepted`. */
export function verdictOf(decode: () => Observed): "accepted" | "rejected" {
  try {
    return decode().diagnostics?.some(({ severity }) => severity === "error") ? "rejected" : "accepted";
  } catch (error) {
    if (isPduError(error)) return "rejected";
    throw error;
  }
}

/** UTC is written `Z` by some sources. */
function normal(field: string, expected: unknown): unknown {
  return field === "scts" ? String(expected).replace(/Z$/, "+00:00") : expected;
}

function utcOf(epochMs: number | null | undefined): string | null {
  return epochMs == null ? null : new Date(epochMs).toISOString();
}

function indication(coding: DataCoding | undefined): string | null {
  const waiting = coding?.messageWaiting;
  return waiting == null ? null : waiting.active ? "set" : "clear";
}

function indicationOf(coding: DataCoding | undefined): object | null {
  const waiting = coding?.messageWaiting;
  return waiting == null ? null : { active: waiting.active, discard: !waiting.store };
}

/** Sources do not always say a reference, its width or that of ports: then it is not compared. */
function concatenationIn(concatenation: Observed["concatenation"], expected: unknown): object | null {
  const { concat } = expected as { concat: object };
  if (concatenation == null) return null;
  const { reference, total, sequence, bits } = concatenation;
  return {
    ...("ref" in concat && { ref: reference }),
    max: total,
    seq: sequence,
    ...("bits" in concat && { bits }),
  };
}

function portsIn(ports: Observed["ports"], expected: unknown): object | null {
  const { ports: wanted } = expected as { ports: object };
  if (ports == null) return null;
  return { dst: ports.destination, src: ports.source, ...("bits" in wanted && { bits: ports.bits }) };
}

/** An element's data as hex, or only their length where the source counts them. */
function elementAs({ id, hex }: HeaderElement, expected: readonly unknown[] | undefined): unknown[] {
  return [id, typeof expected?.[1] === "number" ? hex.length / 2 : hex.toLowerCase()];
}

function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join(
    "",
  );
}
