import { LONGEST_LINK } from "../decode/link.ts";
import { type ComparisonFields, NO_FIELDS, pdusOf } from "./comparison-fields.ts";

/** What the address bar holds of a comparison, null when it is too long or not writable there. */
export function paramsOf({
  sent,
  delivered,
  country,
  pdus,
}: ComparisonFields): ReadonlyMap<string, string> | null {
  const named: readonly (readonly [string, string | null])[] = [
    ["from", sent.sender === "" ? null : sent.sender],
    ["text", sent.text === "" ? null : sent.text],
    ["gotFrom", delivered.sender],
    ["gotText", delivered.text],
    ["id", sent.testId === "" ? null : sent.testId],
    ["country", country === "" ? null : country],
  ];
  try {
    const params = new Map(
      named.flatMap(([name, value]) => (value === null ? [] : [[name, encodeURIComponent(value)] as const])),
    );
    const list = pdusOf(pdus);
    if (list.length > 0) params.set("pdu", list.map(encodeURIComponent).join(","));
    const length = [...params.values()].reduce((sum, value) => sum + value.length, 0);
    return length > LONGEST_LINK ? null : params;
  } catch {
    // A lone surrogate has no place in an address.
    return null;
  }
}

/** The form that an address describes, null when it is damaged. */
export function fieldsOfParams(params: ReadonlyMap<string, string>): ComparisonFields | null {
  try {
    const value = (name: string): string | null => {
      const encoded = params.get(name);
      return encoded === undefined ? null : decodeURIComponent(encoded);
    };
    return {
      sent: { sender: value("from") ?? "", text: value("text") ?? "", testId: value("id") ?? "" },
      delivered: { sender: value("gotFrom"), text: value("gotText") },
      country: value("country") ?? "",
      pdus: (params.get("pdu") ?? "").split(",").map(decodeURIComponent).join("\n"),
    };
  } catch {
    return null;
  }
}

/** The hash of a comparison that still lacks what was sent: what was delivered is known. */
export function carryOverHash(
  delivered: ComparisonFields["delivered"],
  pdus: readonly string[],
): string | null {
  const params = paramsOf({ ...NO_FIELDS, delivered, pdus: pdus.join("\n") });
  return params === null
    ? null
    : `#compare?${[...params].map(([name, value]) => `${name}=${value}`).join("&")}`;
}
