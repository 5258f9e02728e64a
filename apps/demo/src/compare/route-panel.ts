import type { ComparisonResult } from "@smsproof/compare";
import { countryOfNumber } from "../country/country-of-number.ts";
import { flagBadge } from "../country/flag-badge.ts";
import { type Child, counted, el } from "../dom/element.ts";

const ALPHABETS = { gsm7: "GSM 7-bit", ucs2: "UCS-2", "8bit": "8-bit data", ksc5601: "KS C 5601" } as const;

/** What the PDUs tell of the way; null without PDUs. */
export function routePanel(
  { route, content, sender }: ComparisonResult,
  pdus: readonly string[],
): HTMLElement | null {
  if (pdus.length === 0) return null;
  const { smsc, timestamp, alphabet, parts } = route;
  const compared = content.source === "pdu" || sender.source === "pdu";
  const facts: readonly (readonly [string, readonly Child[]])[] = [
    [
      "Compared with",
      [compared ? "what the PDUs hold" : "what was reported: the PDUs do not show all of it"],
    ],
    ...(smsc === null ? [] : [["Service centre", smscFact(smsc.number)] as const]),
    ...(timestamp === null ? [] : [["Time stamp", [timeFact(timestamp)]] as const]),
    ...(alphabet === null ? [] : [["Alphabet", [ALPHABETS[alphabet]]] as const]),
    ...(parts.delivered === null ? [] : [["Parts", [partsFact(parts.delivered, parts.sent)]] as const]),
  ];
  return el(
    "section",
    { class: "route", "aria-label": "Route" },
    el("h2", {}, "What the PDUs tell of the route"),
    el("dl", {}, ...facts.flatMap(([name, words]) => [el("dt", {}, name), el("dd", {}, ...words)])),
    el(
      "a",
      { class: "carry", href: `#decode?pdu=${pdus.map(encodeURIComponent).join(",")}` },
      `Octets of ${pdus.length === 1 ? "the PDU" : counted(pdus.length, "PDU")}`,
    ),
  );
}

function smscFact(number: string): readonly Child[] {
  const country = countryOfNumber(number.startsWith("+") ? number : `+${number}`);
  return [country === null ? null : flagBadge(country), country === null ? null : " ", el("bdi", {}, number)];
}

function timeFact({ iso, offsetMinutes }: { readonly iso: string; readonly offsetMinutes: number }): string {
  const sign = offsetMinutes < 0 ? "−" : "+";
  const minutes = Math.abs(offsetMinutes);
  const clock = (value: number): string => String(value).padStart(2, "0");
  const zone = `UTC${sign}${clock(Math.floor(minutes / 60))}:${clock(minutes % 60)}`;
  return `${iso.slice(0, 19).replace("T", " ")} ${zone}`;
}

function partsFact(received: number, needed: number): string {
  return received === needed
    ? counted(received, "part")
    : `${counted(received, "part")}; the sent text needs ${needed}`;
}
