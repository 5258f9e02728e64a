import { isDeepStrictEqual } from "node:util";
import { keep, outcomeOf } from "./failure.mjs";

/**
 * Any text, cut by any options: the parts are the text, each fits into a message, and counting agrees with cutting.
 *
 * @param {object} api what the package exports
 * @param {{ text: string, options: object }} input
 */
export function checkText(api, { text, options }) {
  const cut = outcomeOf(api.isPduError, "segment", () => api.segment(text, options));
  const count = outcomeOf(api.isPduError, "countSegments", () => api.countSegments(text, options));
  keep(cut.error?.code === count.error?.code, "counting agrees with cutting", () => `${count.error?.code}`);
  if (cut.error !== null) return;
  const { parts, warnings, ...shared } = cut.value;
  keep(
    isDeepStrictEqual(count.value, { ...shared, parts: parts.length, unitsLeft: parts.at(-1).unitsLeft }),
    "counting agrees with cutting",
    () => JSON.stringify(count.value),
  );
  const sent = parts.map((part) => part.text).join("");
  keep(sent === replaced(text, shared.replacements), "the parts are the text", () => JSON.stringify(sent));
  for (const [index, part] of parts.entries())
    keep(
      index === 0 || !/[\ud800-\udbff]$/.test(parts[index - 1].text) || !/^[\udc00-\udfff]/.test(part.text),
      "no surrogate pair is split",
      () => `part ${part.sequence}`,
    );
  for (const part of parts) checkPart(api, part, options.concatenation ?? 8);
}

function replaced(text, replacements) {
  let result = "";
  let end = 0;
  for (const { index, from, to } of replacements) {
    result += text.slice(end, index) + to;
    end = index + from.length;
  }
  return result + text.slice(end);
}

function checkPart(api, part, bits) {
  const { value: octets, error } = outcomeOf(api.isPduError, "encode a part", () =>
    api.encode({ type: "SMS-SUBMIT", destination: "1", ...part.userData }),
  );
  keep(error === null, "every part fits into a message", () => `${part.sequence}: ${error.message}`);
  const read = api.decode(octets, { direction: "to-network" });
  keep(read.text === part.text, "a part is read as it was cut", () => `${part.sequence}: ${read.text}`);
  keep(
    read.concatenation === null || read.concatenation.bits === bits,
    "the reference is as wide as wanted",
    () => JSON.stringify(read.concatenation),
  );
  const odd = read.diagnostics.filter(({ code }) => code !== "LONE_SURROGATE");
  keep(odd.length === 0, "a part is clean", () => JSON.stringify(odd));
}

/**
 * Any septets: packed and unpacked they are the same, and text made of them is read as the same text again.
 *
 * @param {object} api what the package exports
 * @param {{ septets: readonly number[], fill: number, locking: number, single: number }} input
 */
export function checkSeptets(api, { septets, fill, locking, single }) {
  const { gsm7 } = api;
  const given = Uint8Array.from(septets);
  const packed = gsm7.pack(given, fill);
  keep(
    packed.length === (septets.length === 0 && fill === 0 ? 0 : Math.ceil((7 * septets.length + fill) / 8)),
    "packing takes as many octets as it must",
    () => `${packed.length} octets for ${septets.length} septets`,
  );
  keep(
    isDeepStrictEqual(Array.from(gsm7.unpack(packed, septets.length, fill)), [...septets]),
    "unpacking undoes packing",
    () => `${septets}`,
  );
  const tables = { locking, single };
  const text = gsm7.decode(given, tables);
  const again = gsm7.encode(text, tables);
  keep(again !== null, "decoded text can be encoded", () => JSON.stringify(text));
  keep(gsm7.decode(again, tables) === text, "text survives a round trip", () => JSON.stringify(text));
}
