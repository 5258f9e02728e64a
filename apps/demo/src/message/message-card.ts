import type { Diagnostic } from "@smsproof/pdu";
import { carryOverHash } from "../compare/comparison-link.ts";
import { countryOfNumber } from "../country/country-of-number.ts";
import { flagBadge } from "../country/flag-badge.ts";
import type { DecodedPdu, Entry, FailureEntry, MessageEntry } from "../decode/decode-report.ts";
import { type Child, counted, el } from "../dom/element.ts";
import { gravest, SEVERITY_SIGN } from "../octets/severity.ts";
import { alphabetWords, partsWords, remarkableFacts } from "./message-facts.ts";
import { messageRemarks } from "./message-remarks.ts";
import { timeWords } from "./time-words.ts";

/** Makes the button by which a PDU is chosen. */
export type PartButton = (
  entry: Entry,
  pdu: DecodedPdu | null,
  label: string,
  attributes: { class: string; "aria-label": string },
) => HTMLElement;

/** A message as a phone shows it, and what it came with. */
export function messageCard(entry: MessageEntry, partButton: PartButton): HTMLElement {
  const { message, parts, repeated } = entry;
  const [first] = parts;
  const time = timeWords(message.timestamp);
  const facts = first ? [alphabetWords(first.value), ...remarkableFacts(first.value)] : [];
  return el(
    "article",
    { class: "message" },
    el(
      "header",
      {},
      el("h2", { class: "sender" }, sender(message.originator.address)),
      el(
        "time",
        { class: time.possible ? "" : "impossible", datetime: message.timestamp.iso, title: time.remark },
        time.local,
        el("span", { class: "zone" }, ` ${time.zone}`),
      ),
    ),
    bubble(entry),
    el("p", { class: "smsc" }, ...smscWords(message.smsc?.address ?? null)),
    el(
      "p",
      { class: "facts" },
      ...facts.map((fact) => el("span", {}, fact)),
      remarkCount(messageRemarks(entry)),
    ),
    el(
      "div",
      { class: "parts", role: "group", "aria-label": partsWords(message, repeated.length) },
      ...partBlocks(entry, partButton),
      el("span", { class: "parts-words", "aria-hidden": "true" }, partsWords(message, repeated.length)),
    ),
    carryOver(entry),
  );
}

/** Leads to the comparison with what was delivered filled in. */
function carryOver({ message, parts, repeated }: MessageEntry): HTMLElement | null {
  const pdus = [...parts, ...repeated].map(({ input }) => input.replace(/\s+/g, ""));
  const href = carryOverHash({ sender: message.originator.address, text: message.text }, pdus);
  return href === null ? null : el("a", { class: "carry", href }, "Compare with what was sent");
}

function sender(address: string): Child {
  if (address === "") return el("span", { class: "none" }, "no sender");
  const country = countryOfNumber(address);
  return el(
    "span",
    {},
    el("bdi", {}, address),
    country === null ? null : " ",
    country === null ? null : flagBadge(country),
  );
}

/** Texts between the gaps of an incomplete message; null where joining did more than put them side by side. */
function textWithGaps({ message, parts }: MessageEntry): readonly Child[] | null {
  if (message.type === "message" || parts.map(({ value }) => value.text ?? "").join("") !== message.text)
    return null;
  const pieces: Child[] = [];
  let next = 1;
  let text = "";
  const gapUpTo = (sequence: number): void => {
    if (sequence > next) {
      const words =
        sequence - next === 1 ? `part ${next} is missing` : `parts ${next} to ${sequence - 1} are missing`;
      pieces.push(text, el("span", { class: "gap-in-text" }, words));
      text = "";
    }
    next = sequence + 1;
  };
  for (const { value } of parts) {
    gapUpTo(value.concatenation?.sequence ?? 1);
    text += value.text ?? "";
  }
  gapUpTo((message.concatenation?.total ?? 1) + 1);
  return [...pieces, text];
}

function bubble(entry: MessageEntry): HTMLElement {
  const { message } = entry;
  if (message.text !== null && message.text !== "")
    return el("p", { class: "bubble", dir: "auto" }, ...(textWithGaps(entry) ?? [message.text]));
  if (message.data !== null && message.data !== "")
    return el(
      "p",
      { class: "bubble data" },
      el("span", { class: "data-label" }, counted(message.data.length / 2, "octet"), " of data"),
      grouped(message.data),
    );
  return el("p", { class: "bubble none" }, "empty message");
}

function grouped(hex: string): string {
  const shown = hex.slice(0, 280).replace(/(..)(?=.)/g, "$1 ");
  return hex.length > 280 ? `${shown} …` : shown;
}

function smscWords(address: string | null): readonly Child[] {
  if (address === null) return [el("span", { class: "label" }, "SMSC"), " none in front"];
  const country = countryOfNumber(address);
  return [
    el("span", { class: "label" }, "SMSC"),
    " ",
    country === null ? null : flagBadge(country),
    " ",
    el("bdi", {}, address === "" ? "empty" : address),
  ];
}

function remarkCount(diagnostics: readonly Diagnostic[]): Child {
  const severity = gravest(diagnostics);
  if (severity === null) return null;
  return el(
    "span",
    { class: "count", "data-severity": severity },
    el("span", { class: "sign", "aria-hidden": "true" }, SEVERITY_SIGN[severity]),
    counted(diagnostics.length, "remark"),
  );
}

function partBlocks(entry: MessageEntry, partButton: PartButton): readonly HTMLElement[] {
  const total = entry.message.concatenation?.total ?? 1;
  const bySequence = new Map(
    entry.parts.map((pdu) => [pdu.value.concatenation?.sequence ?? 1, pdu] as const),
  );
  const blocks = Array.from({ length: total }, (_, at) => at + 1).map((sequence) => {
    const pdu = bySequence.get(sequence);
    const words = `part ${sequence} of ${total}`;
    return pdu
      ? partButton(entry, pdu, String(sequence), { class: "part", "aria-label": `${words}, ${pdu.place}` })
      : el(
          "span",
          {
            class: "part hollow",
            role: "img",
            "aria-label": `${words} is missing`,
            title: `${words} is missing`,
          },
          String(sequence),
        );
  });
  const again = entry.repeated.map((pdu) => {
    const sequence = pdu.value.concatenation?.sequence ?? 1;
    return partButton(entry, pdu, `${sequence}×`, {
      class: "part again",
      "aria-label": `part ${sequence} of ${total} once more, ${pdu.place}`,
    });
  });
  return [...blocks, ...again];
}

/** A record that gave no message: why, where, and what stood there. */
export function failureCard(entry: FailureEntry, partButton: PartButton): HTMLElement {
  const { error, source } = entry;
  const where =
    error.offset === null ? source.place : `${source.place}, ${error.field}, octet ${error.offset}`;
  return el(
    "article",
    { class: "message failure" },
    el("header", {}, el("h2", { class: "sender" }, "Not decoded"), el("code", { class: "code" }, error.code)),
    el("p", { class: "reason" }, error.message),
    el(
      "p",
      { class: "failed-input", dir: "auto" },
      source.input.length > 120 ? `${source.input.slice(0, 120)}…` : source.input,
    ),
    el(
      "div",
      { class: "parts" },
      partButton(entry, null, "!", { class: "part failed", "aria-label": `not decoded: ${where}` }),
      el("span", { class: "parts-words" }, where),
    ),
  );
}
