import type { CompareInput } from "@smsproof/compare";
import type { Call, OptionDefinition } from "../command-line/command.ts";
import { UsageError } from "../exit-status.ts";
import { ENCODINGS, LONGEST_TEXT, RECEIPTS } from "./compare-record.ts";

/** The options that describe one message; each stands for the field of the record that its place names. */
export const MESSAGE_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  "sent-sender": { value: "NAME", about: "the sender as it was submitted" },
  "sent-text": { value: "TEXT", about: "the text as it was submitted" },
  "delivered-sender": {
    value: "NAME",
    about: 'what arrived; "" where it arrived empty, left out where nobody told',
  },
  "delivered-text": { value: "TEXT", about: "the same for the text" },
  pdu: {
    value: "HEX",
    many: true,
    about: "an SMS-DELIVER as it arrived, once for each part; outranks what the vendor told",
  },
  country: { value: "CC", about: "the destination, ISO 3166-1 alpha-2; or --mcc" },
  mcc: { value: "MCC", about: "the destination's mobile country code" },
  mnc: { value: "MNC", about: "the destination's mobile network code" },
  "test-id": { value: "TEXT", about: "the code or test id within the text, whose loss matters most" },
  "sent-encoding": { value: "NAME", choices: ENCODINGS, about: "the alphabet that was asked for" },
  "sent-at": { value: "TIME", about: "when it was submitted, ISO 8601" },
  "received-at": { value: "TIME", about: "when the handset had it, ISO 8601" },
  "vendor-status": { value: "WORDS", about: "the vendor's own status" },
  smsc: { value: "NUMBER", about: "the service centre as the vendor reports it" },
  receipt: {
    value: "NAME",
    choices: RECEIPTS,
    about: "NOT_DELIVERED: the handset was there for the whole time and got nothing",
  },
  dlr: { value: "STATUS", about: "the supplier's delivery receipt, such as DELIVRD" },
};

/** Whether a call describes one message by options. */
export function describesMessage({ values, lists }: Call): boolean {
  return Object.keys(MESSAGE_OPTIONS).some(
    (name) => Object.hasOwn(values, name) || Object.hasOwn(lists, name),
  );
}

/** @throws UsageError when what was sent is not told, or a value cannot be meant. */
export function callInput({ values, lists }: Call): CompareInput {
  const dlr = values["dlr"];
  return {
    sent: {
      sender: needed(values, "sent-sender"),
      text: needed(values, "sent-text"),
      encoding: ENCODINGS.find((name) => name === values["sent-encoding"]),
      testId: values["test-id"],
      sentAt: timeOf(values, "sent-at"),
    },
    delivered: {
      sender: bounded(values, "delivered-sender") ?? null,
      text: bounded(values, "delivered-text") ?? null,
      pdus: lists["pdu"],
      receivedAt: timeOf(values, "received-at"),
      vendorStatus: values["vendor-status"],
      smsc: values["smsc"],
      receipt: RECEIPTS.find((name) => name === values["receipt"]),
    },
    destination: { country: countryOf(values), mcc: values["mcc"], mnc: values["mnc"] },
    ...(dlr === undefined ? {} : { dlr: { status: dlr } }),
  };
}

type Values = Call["values"];

function needed(values: Values, name: string): string {
  const value = bounded(values, name);
  if (value === undefined)
    throw new UsageError(`--${name} is missing: without it there is nothing to compare with`);
  return value;
}

function bounded(values: Values, name: string): string | undefined {
  const value = values[name];
  if (value !== undefined && value.length > LONGEST_TEXT)
    throw new UsageError(
      `--${name} has ${value.length.toLocaleString("en")} characters; 255 parts hold ${LONGEST_TEXT.toLocaleString("en")}`,
    );
  return value;
}

/** A time that cannot be read would leave out the delay without a word. */
function timeOf(values: Values, name: string): string | undefined {
  const value = values[name];
  if (value !== undefined && !(ISO_TIME.test(value) && Number.isFinite(Date.parse(value.replace(" ", "T")))))
    throw new UsageError(`--${name} takes a time such as 2026-11-22T09:30:00Z, not "${value}"`);
  return value;
}

const ISO_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

function countryOf({ country }: Values): string | undefined {
  if (country !== undefined && !/^[A-Za-z]{2}$/.test(country))
    throw new UsageError(`--country takes two letters such as FR, not "${country}"`);
  return country?.toUpperCase();
}
