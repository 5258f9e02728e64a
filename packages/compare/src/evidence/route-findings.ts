import { alphanumericReaches, callingCodeOf, isOffsetUsed } from "../country/country.ts";
import type { Evidence, Finding } from "../result/comparison-result.ts";
import { findingOf } from "../result/finding.ts";
import { isLocalMobile, readNumber, senderKind } from "../sender/sender-number.ts";
import type { Segmentation } from "../sent-segmentation.ts";
import type { DecodedPdu, PduEvidence } from "./pdu-evidence.ts";

/** What the route findings look at. */
export interface RouteContext {
  readonly sentSender: string;
  readonly deliveredSender: string | null;
  readonly country: string | null;
  readonly pdus: PduEvidence;
  readonly segmentation: Segmentation;
  /** The alphabet that was asked for, null where neither the input nor the text tells. */
  readonly sentAlphabet: "gsm7" | "ucs2" | null;
  readonly vendorSmsc: string | null;
}

/** What PDUs and addresses say about the way the message took. */
export function findRouteFindings(context: RouteContext): readonly Finding[] {
  const [first] = context.pdus.pdus;
  return [
    ...smscFindings(context, first),
    ...senderFindings(context),
    ...(first === undefined ? [] : fieldFindings(context, first)),
  ];
}

const pduEvidence = (pdu: DecodedPdu, field: string, value: string): Evidence => ({
  kind: "pdu",
  pdu: pdu.index,
  field,
  value,
});

function smscFindings(
  { country, vendorSmsc }: RouteContext,
  first: DecodedPdu | undefined,
): readonly Finding[] {
  const address = first?.deliver.smsc?.address ?? vendorSmsc;
  if (address === null || address === undefined || address === "") {
    if (first === undefined) return [];
    return [
      findingOf({
        code: "ROUTE_SMSC_ABSENT",
        explanation: "The PDU does not say which service centre it came from.",
        evidence: [pduEvidence(first, "SMSC", "")],
      }),
    ];
  }
  const code = callingCodeOf(country);
  const number = readNumber(address);
  if (code === null || number === null || number.digits.length < 8 || number.digits.startsWith(code))
    return [];
  return [
    findingOf({
      code: "ROUTE_SMSC_FOREIGN",
      explanation: `The service centre ${address} does not belong to ${country}: its number does not begin with +${code}.`,
      evidence: [
        first === undefined
          ? { kind: "vendor", field: "smsc", value: address }
          : pduEvidence(first, "SMSC", address),
      ],
    }),
  ];
}

function senderFindings({ sentSender, deliveredSender, country }: RouteContext): readonly Finding[] {
  if (deliveredSender === null || country === null || !alphanumericReaches(country)) return [];
  const number = readNumber(deliveredSender);
  if (number === null || senderKind(sentSender) !== "alphanumeric" || !isLocalMobile(number, country))
    return [];
  return [
    findingOf({
      code: "ROUTE_SIM_FARM_SUSPECTED",
      explanation: `${sentSender} became an ordinary mobile number of ${country}, where names reach handsets: a SIM farm is suspected.`,
      evidence: [{ kind: "strings", sent: sentSender, delivered: deliveredSender }],
      confidence: 0.8,
    }),
  ];
}

function fieldFindings(
  { country, pdus, segmentation, sentAlphabet, sentSender }: RouteContext,
  first: DecodedPdu,
): readonly Finding[] {
  const { deliver } = first;
  const findings: Finding[] = [];
  const offset = deliver.timestamp.offsetMinutes;
  if (country !== null && offset !== null && !isOffsetUsed(country, offset))
    findings.push(
      findingOf({
        code: "ROUTE_SCTS_TZ_FOREIGN",
        explanation: `The service centre's clock is ${zone(offset)}, which no clock in ${country} shows.`,
        evidence: [pduEvidence(first, "TP-SCTS", deliver.timestamp.iso ?? deliver.timestamp.raw)],
      }),
    );
  if (deliver.protocolIdentifier.value !== 0)
    findings.push(
      findingOf({
        code: "ROUTE_PID_UNUSUAL",
        explanation: `TP-PID is ${hex(deliver.protocolIdentifier.value)} (${deliver.protocolIdentifier.kind}), not 0.`,
        evidence: [pduEvidence(first, "TP-PID", hex(deliver.protocolIdentifier.value))],
      }),
    );
  const { messageClass, alphabet } = deliver.dataCoding;
  if (messageClass !== null)
    findings.push(
      findingOf({
        code: "ROUTE_CLASS_CHANGED",
        explanation:
          messageClass === 0
            ? "The message became a flash message (class 0)."
            : `The message got class ${messageClass}.`,
        evidence: [pduEvidence(first, "TP-DCS", hex(deliver.dataCoding.value))],
      }),
    );
  if (sentAlphabet !== null && alphabet !== sentAlphabet)
    findings.push(
      findingOf({
        code: "ROUTE_ENCODING_CHANGED",
        explanation: `The text was to go as ${nameOf(sentAlphabet)} and came as ${nameOf(alphabet)}.`,
        evidence: [pduEvidence(first, "TP-DCS", hex(deliver.dataCoding.value))],
      }),
    );
  const parts = pdus.parts;
  const needed = segmentation.parts.length;
  if (parts !== null && parts.total !== needed)
    findings.push(
      findingOf({
        code: "ROUTE_CONCAT_CHANGED",
        explanation: `The sent text needs ${needed} ${needed === 1 ? "part" : "parts"} and came in ${parts.total}.`,
        evidence: [pduEvidence(first, "TP-UDH", `${parts.total} ${parts.total === 1 ? "part" : "parts"}`)],
      }),
    );
  const oddity = oddTypeOfNumber(deliver.originator.ton, deliver.originator.address, sentSender);
  if (oddity !== null)
    findings.push(
      findingOf({
        code: "ROUTE_OA_TON_UNUSUAL",
        explanation: oddity,
        evidence: [pduEvidence(first, "TP-OA", `${deliver.originator.address} (${deliver.originator.ton})`)],
      }),
    );
  return findings;
}

/** Why a type of number does not fit the digits it stands before, null when it does. */
function oddTypeOfNumber(ton: string, address: string, sentSender: string): string | null {
  const number = readNumber(address);
  if (number === null) return null;
  const { digits } = number;
  if (ton === "alphanumeric") return `The sender ${address} is all digits but was sent as alphanumeric.`;
  if (ton === "national" && digits.length > 11)
    return `The sender ${address} is marked as national but is too long for that.`;
  if (
    ton === "national" &&
    senderKind(sentSender) === "international" &&
    readNumber(sentSender)?.digits === digits
  )
    return `The sender ${address} is marked as national and is the international number that was sent.`;
  if (ton === "international" && (digits.length < 7 || digits.startsWith("0")))
    return `The sender ${address} is marked as international but is no international number.`;
  return null;
}

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(2, "0")}`;
const nameOf = (alphabet: string): string =>
  ({ gsm7: "GSM 7-bit", ucs2: "UCS-2", "8bit": "8-bit data" })[alphabet] ?? alphabet;

function zone(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
