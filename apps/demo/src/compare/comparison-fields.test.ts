import { compare } from "@smsproof/compare";
import { describe, expect, it } from "vitest";
import { inputOf, NO_FIELDS, pdusOf } from "./comparison-fields.ts";
import { COMPARISON_SAMPLES } from "./comparison-samples.ts";

const SENT = { sender: "ACME", text: "Your code is 482913", testId: "" };

describe("inputOf", () => {
  it("waits until there is something on both sides", () => {
    const words = (fields: Partial<typeof NO_FIELDS>): string => {
      const ready = inputOf({ ...NO_FIELDS, ...fields });
      return ready.kind === "waiting" ? ready.words : "ready";
    };
    expect(words({})).toBe("Fill in what was sent and what was delivered, or take an example.");
    expect(words({ sent: SENT })).toBe("Fill in what was delivered, or its PDUs.");
    expect(words({ delivered: { sender: "INFO", text: null } })).toBe("Fill in what was sent.");
    expect(words({ sent: SENT, delivered: { sender: "", text: null } })).toBe("ready");
    expect(words({ sent: SENT, pdus: "0791" })).toBe("ready");
    expect(words({ sent: SENT, delivered: { sender: null, text: "x".repeat(40_000) } })).toBe(
      "A text has 40,000 characters; 255 parts hold 39,015.",
    );
  });

  it("leaves out what was not filled in and compares nothing with it", () => {
    expect(
      inputOf({ ...NO_FIELDS, sent: { ...SENT, sender: "" }, delivered: { sender: "INFO", text: "Hi" } }),
    ).toEqual({
      kind: "ready",
      input: {
        sent: { sender: "", text: SENT.text },
        delivered: { sender: null, text: "Hi" },
        destination: {},
      },
    });
  });
});

it("pdusOf takes PDUs a line, with separators, or octet by octet", () => {
  const pdu = "07917283010010F5040BC87238880900F100009930925161958003C16010";
  const spaced = pdu.replace(/(..)/g, "$1 ").trim();
  expect(pdusOf(`${pdu}\n\n${spaced}\r\n${pdu}, ${pdu}`)).toEqual([pdu, pdu, pdu, pdu]);
  expect(pdusOf("")).toEqual([]);
});

it("the examples show what they promise", () => {
  const found = COMPARISON_SAMPLES.map(({ name, fields }) => {
    const ready = inputOf(fields);
    if (ready.kind === "waiting") throw new Error(`${name}: ${ready.words}`);
    const { sender, content, findings } = compare(ready.input);
    return [name, sender.verdict, content.verdict, ...findings.map(({ code }) => code)];
  });
  expect(found).toEqual([
    [
      "Four at once",
      "REPLACED",
      "ALTERED",
      "SENDER_REPLACED_GENERIC",
      "URL_SHORTENED",
      "CONTENT_SUFFIX_ADDED",
      "CONTENT_DIACRITICS_STRIPPED",
    ],
    [
      "Generic sender, opt-out added",
      "REPLACED",
      "ALTERED",
      "SENDER_REPLACED_GENERIC",
      "CONTENT_SUFFIX_ADDED",
    ],
    ["Mojibake", "SAME", "ALTERED", "ENC_UTF8_AS_LATIN1"],
    ["Look-alike letters", "ALTERED", "ALTERED", "SENDER_HOMOGLYPH", "CONTENT_HOMOGLYPHS"],
    ["Part lost", "SAME", "ALTERED", "CONTENT_SEGMENT_MISSING"],
    ["Link rewritten", "ALTERED", "ALTERED", "SENDER_CASE_CHANGED", "URL_SHORTENED"],
    [
      "PDU from abroad",
      "SAME",
      "SAME",
      "ROUTE_SMSC_FOREIGN",
      "ROUTE_SCTS_TZ_FOREIGN",
      "ROUTE_ENCODING_CHANGED",
      "EVIDENCE_VENDOR_PDU_MISMATCH",
    ],
    ["Same", "SAME", "SAME"],
  ]);
});
