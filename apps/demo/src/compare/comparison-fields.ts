import type { CompareInput } from "@smsproof/compare";
import { splitPdus } from "../input/split-pdus.ts";

/** What stands in the form. Null in `delivered`: not reported; empty: reported as empty. */
export interface ComparisonFields {
  readonly sent: { readonly sender: string; readonly text: string; readonly testId: string };
  readonly delivered: { readonly sender: string | null; readonly text: string | null };
  /** ISO 3166-1 alpha-2, empty for unknown. */
  readonly country: string;
  /** Hex, as it was pasted. */
  readonly pdus: string;
}

export const NO_FIELDS: ComparisonFields = {
  sent: { sender: "", text: "", testId: "" },
  delivered: { sender: null, text: null },
  country: "",
  pdus: "",
};

/** The most that can be sent: 255 parts of 153 characters (3GPP TS 23.040, 9.2.3.24.1). */
const LONGEST_TEXT = 255 * 153;

/** Why there is nothing to compare yet, or what to compare. */
export type ReadyInput =
  | { readonly kind: "waiting"; readonly words: string }
  | { readonly kind: "ready"; readonly input: CompareInput };

/** Turns the form into the engine's input. What was not given as sent is not compared. */
export function inputOf({ sent, delivered, country, pdus }: ComparisonFields): ReadyInput {
  const { sender, text, testId } = sent;
  const list = pdusOf(pdus);
  const arrived = delivered.sender !== null || delivered.text !== null || list.length > 0;
  if (sender === "" && text === "")
    return {
      kind: "waiting",
      words: arrived
        ? "Fill in what was sent."
        : "Fill in what was sent and what was delivered, or take an example.",
    };
  if (!arrived) return { kind: "waiting", words: "Fill in what was delivered, or its PDUs." };
  const longest = Math.max(
    sender.length,
    text.length,
    delivered.text?.length ?? 0,
    delivered.sender?.length ?? 0,
  );
  if (longest > LONGEST_TEXT) {
    const words = `A text has ${longest.toLocaleString("en")} characters; 255 parts hold ${LONGEST_TEXT.toLocaleString("en")}.`;
    return { kind: "waiting", words };
  }
  return {
    kind: "ready",
    input: {
      sent: { sender, text, testId: testId === "" ? undefined : testId },
      delivered: {
        sender: sender === "" ? null : delivered.sender,
        text: text === "" ? null : delivered.text,
        pdus: list.length === 0 ? undefined : list,
      },
      destination: { country: country === "" ? undefined : country },
    },
  };
}

/** The PDUs of the field: a line each, or separated in any way that the page knows. */
export function pdusOf(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap(splitPdus)
    .map((pdu) => pdu.replace(/\s+/g, ""));
}
