import { flagBadge } from "../country/flag-badge.ts";
import { el } from "../dom/element.ts";
import type { OfferedNetwork } from "./campaign-wire.ts";

/** `Vodafone, Germany` and `262-02`, with what is known of a ported number. */
export function networkWords({ operator, countryName, key }: OfferedNetwork): string {
  const words = [operator, countryName].filter((word) => word !== null).join(", ");
  return words === "" ? key : words;
}

/** A network in one line: flag, operator, country, and its code where it is asked for. */
export function networkName(network: OfferedNetwork, code: "with-code" | "without-code"): HTMLElement {
  const { key, operator, countryName, country } = network;
  return el(
    "span",
    { class: "network-name" },
    country === null ? null : flagBadge(country),
    el(
      "span",
      { class: "network-words" },
      el("span", { class: "network-operator" }, operator ?? key),
      countryName === null ? null : el("span", { class: "network-country" }, ` ${countryName}`),
      code === "with-code" ? el("span", { class: "network-code" }, ` ${networkCode(network)}`) : null,
    ),
  );
}

/** `262-02`, and where the number was ported from: `262-02, ported from O2`. */
export function networkCode({ key, portedFromOperator }: OfferedNetwork): string {
  const [own = key, from] = key.split("<");
  return from === undefined ? own : `${own}, ported from ${portedFromOperator ?? from}`;
}
