import { gsm7 } from "@smsproof/pdu";
import type { Part } from "../handset/part.ts";
import { MAX_PARTS, segmentMessage } from "../handset/segmentation.ts";
import { onText } from "./on-text.ts";
import { type Route, route } from "./route.ts";

/** Part `number` (1 for the first, -1 for the last) of a long message never arrives. */
export const partLost = (number: number): Route =>
  route("partLost", [number], ["CONTENT_SEGMENT_MISSING", "EVIDENCE_PDU_INCOMPLETE"], {
    parts: (parts) =>
      parts.length < 2 ? parts : parts.filter((_, index) => index !== indexOf(number, parts)),
  });

/** The first two parts of a long message have changed places: the text reads in the wrong order. */
export const partsReordered = (): Route =>
  route("partsReordered", [], ["CONTENT_SEGMENTS_REORDERED"], {
    parts: ([first, second, ...rest]) =>
      first === undefined || second === undefined
        ? [first, second].filter((part) => part !== undefined)
        : [{ ...first, content: second.content }, { ...second, content: first.content }, ...rest],
  });

/** Part `number` of a long message is there twice, each counted as a part of its own. */
export const partDoubled = (number: number): Route =>
  route("partDoubled", [number], ["CONTENT_SEGMENT_DUPLICATED", "ROUTE_CONCAT_CHANGED"], {
    parts: (parts) => {
      if (parts.length < 2 || parts.length >= MAX_PARTS) return parts;
      const doubled = parts.flatMap((part, index) =>
        index === indexOf(number, parts) ? [part, part] : [part],
      );
      return doubled.map((part, index) =>
        part.place === null
          ? part
          : { ...part, place: { ...part.place, total: doubled.length, sequence: index + 1 } },
      );
    },
  });

/** The parts arrive last first, rightly numbered: a handset shows the right text. */
export const partsOutOfOrder = (): Route =>
  route("partsOutOfOrder", [], [], { parts: (parts) => [...parts].reverse() });

/** Part `number` arrives twice under the same number: a handset shows the right text. */
export const partRepeated = (number: number): Route =>
  route("partRepeated", [number], ["DELIVERY_DUPLICATE"], {
    parts: (parts) =>
      parts.flatMap((part, index) => (index === indexOf(number, parts) ? [part, part] : [part])),
  });

/** A long message is cut into shorter parts than need be. */
export const shortParts = (length: number): Route => {
  if (!Number.isInteger(length) || length < 10)
    throw new RangeError("shortParts takes 10 characters or more");
  return route("shortParts", [length], ["ROUTE_CONCAT_CHANGED"], {
    message: (message) => (message.text === null ? message : { ...message, partLength: length }),
  });
};

const MARK_LENGTH = 6;

/** Each part of a long message says which it is: `(1/2)`. */
export const partsMarked = (): Route =>
  onText("partsMarked", [], ["CONTENT_SEGMENT_MARKERS"], (text) => {
    const parts = cut(text, MARK_LENGTH);
    return parts.length < 2
      ? text
      : parts.map((part, index) => `(${index + 1}/${parts.length}) ${part}`).join("");
  });

/** The header of each part is shown as if its octets were septets of the text. */
export const headerVisible = (): Route =>
  onText("headerVisible", [], ["CONTENT_UDH_VISIBLE"], (text, { random }) => {
    const parts = cut(text, 0);
    // A reference that is neither an escape nor beyond the alphabet.
    const reference = random.integer(0x30, 0x5a);
    return parts
      .map((part, index) => gsm7.decode(Uint8Array.of(5, 0, 3, reference, parts.length, index + 1)) + part)
      .join("");
  });

function cut(text: string, lessBy: number): readonly string[] {
  const whole = { text, alphabet: "auto", elements: [], partLength: null } as const;
  const first = segmentMessage(whole, 0);
  const gsm = first[0]?.content.kind === "text" && first[0].content.alphabet === "gsm7";
  const partLength = lessBy === 0 ? null : (gsm ? 153 : 67) - lessBy;
  const parts = first.length < 2 ? first : segmentMessage({ ...whole, partLength }, 0);
  return parts.map(({ content }) => (content.kind === "text" ? content.text : ""));
}

const indexOf = (number: number, parts: readonly Part[]): number =>
  number < 0 ? parts.length + number : number - 1;
