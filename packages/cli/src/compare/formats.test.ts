import { compare } from "@smsproof/compare";
import { describe, expect, it } from "vitest";
import { styleFor } from "../terminal/style.ts";
import { displayWidth } from "../terminal/width.ts";
import { SAMPLE } from "../testing/pdus.ts";
import type { Compared } from "./compared.ts";
import { jsonComparison, jsonComparisons, ndjsonComparisons } from "./format.ts";
import { markdownComparisons } from "./markdown.ts";
import { prettyComparisons } from "./pretty.ts";

const plain = styleFor({ isTTY: false }, {});

const DELIVERIES = {
  same: { sent: { sender: "ACME", text: "Hi" }, delivered: { sender: "ACME", text: "Hi" }, destination: {} },
  suffix: {
    sent: { sender: "ACME", text: "Your code is 482913" },
    delivered: { sender: "INFO", text: "Your code is 482913. Reply STOP" },
    destination: { country: "FR" },
  },
  rule: {
    sent: { sender: "ACME", text: "Hi" },
    delivered: { sender: "12015550123", text: "Hi" },
    destination: { country: "US" },
  },
  lookAlike: {
    sent: { sender: "ACME", text: "Hi" },
    delivered: { sender: "АCME", text: null },
    destination: {},
  },
  pdu: {
    sent: { sender: "27838890001", text: "AAA" },
    delivered: { sender: null, text: null, pdus: [SAMPLE], vendorStatus: "POSITIVE" },
    destination: { country: "FR" },
  },
} as const;

function compared(name: keyof typeof DELIVERIES, id?: string): Compared {
  return {
    kind: "comparison",
    value: compare(DELIVERIES[name]),
    extras: id === undefined ? {} : { id, overall: "an extra key never hides the result" },
    place: id === undefined ? null : { file: "in.ndjson", line: 3 },
  };
}

const failed: Compared = {
  kind: "error",
  value: {
    error: { code: "MISSING_FIELD", message: "sent is missing.", field: "sent", offset: null },
    input: '{"id":9}',
  },
  source: { file: "in.ndjson", line: 4, record: 4, index: 0 },
  path: "",
  extras: { id: 9 },
};

const pretty = (name: keyof typeof DELIVERIES, width = 150): string =>
  prettyComparisons({ style: plain, width }, false).result(compared(name));

describe("pretty", () => {
  it("takes two lines for the common case", () => {
    expect(pretty("suffix", 160)).toBe(
      "sender    REPLACED    ACME → INFO                        another name, from the list of generic senders.                 SENDER_REPLACED_GENERIC  high\n" +
        'content   ALTERED     Your code is 482913[. Reply STOP]  Text was put behind: ". Reply STOP". It reads like an opt-out.  CONTENT_SUFFIX_ADDED     medium\n',
    );
    expect(pretty("same")).toBe("sender    SAME        ACME\ncontent   SAME        Hi\n");
  });

  it("names the rule that explains a finding, with its source", () => {
    expect(pretty("rule")).toMatch(/\n {22}Known in US: .+\n? +\(https:\/\/\S+\)\.\n/);
  });

  it("tells look-alike letters apart by their numbers", () => {
    expect(pretty("lookAlike")).toContain("U+0041 → U+0410");
    expect(pretty("lookAlike")).toContain("content   UNKNOWN     not reported\n");
  });

  it("tells the way at the end", () => {
    const lines = pretty("pdu").split("\n");
    expect(lines[0]).toBe("sender    SAME        27838890001");
    expect(lines[2]).toMatch(/^route {17}The service centre \+27381000015 .+ ROUTE_SMSC_FOREIGN +medium$/);
    expect(lines.join(" ").replace(/ +/g, " ")).toMatch(
      /read from the PDUs · SMSC \+27381000015 · stamped 1999-03-29 15:16:59 \+02:00 · GSM 7-bit · 1 part · vendor says POSITIVE/,
    );
  });

  it.each([48, 80, 100, 120])("keeps within %d columns", (width) => {
    for (const name of Object.keys(DELIVERIES) as (keyof typeof DELIVERIES)[]) {
      const text = pretty(name, width);
      for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      for (const { code } of compare(DELIVERIES[name]).findings) expect(text).toContain(code);
    }
  });

  it("colours without changing what is said", () => {
    const style = styleFor({ isTTY: true }, {});
    for (const name of Object.keys(DELIVERIES) as (keyof typeof DELIVERIES)[]) {
      const coloured = prettyComparisons({ style, width: 110 }, false).result(compared(name));
      expect(coloured).toContain("\u001b[");
      const lines = (text: string): string[] => text.split("\n").map((line) => line.trimEnd());
      expect(lines(coloured.replace(/\u001b\[\d+m/g, ""))).toEqual(lines(pretty(name, 110)));
    }
  });

  it("obeys no text", () => {
    const value = compare({
      sent: { sender: "ACME", text: "Hi" },
      delivered: { sender: "AC\u001b[31mME", text: "Hi \u001b]0;owned\u0007\u202e" },
      destination: {},
    });
    const text = prettyComparisons({ style: plain, width: 150 }, false).result({
      kind: "comparison",
      value,
      extras: { id: "\u001b[2J" },
      place: null,
    });
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it("names each record of many and counts them at the end", () => {
    const format = prettyComparisons({ style: plain, width: 150 }, true);
    const text = [compared("same", "a1"), failed, compared("suffix", "a2")].map(format.result).join("");
    expect(text).toMatch(/^in\.ndjson:3 · a1\nsender /);
    expect(text).toContain("\n\n✗ in.ndjson:4: sent is missing.\n\nin.ndjson:3 · a2\n");
    expect(format.tail()).toBe("\n2 compared: 1 same, 1 replaced.\n");
  });
});

describe("json and ndjson", () => {
  it("are the result with the extra keys of the record, whose own names never count", () => {
    const value = JSON.parse(ndjsonComparisons.result(compared("suffix", "a2")));
    expect(value).toEqual({ id: "a2", ...JSON.parse(JSON.stringify(compare(DELIVERIES.suffix))) });
    expect(Object.keys(value)[0]).toBe("id");
    expect(JSON.parse(ndjsonComparisons.result(failed))).toEqual({ id: 9, ...failed.value });
    expect(JSON.parse(jsonComparison.result(compared("same")))).toHaveProperty("overall", "SAME");
  });

  it("are one array of any length", () => {
    const none = jsonComparisons();
    expect(JSON.parse(none.head() + none.tail())).toEqual([]);
    const two = jsonComparisons();
    const text = two.head() + two.result(compared("same", "a")) + two.result(failed) + two.tail();
    expect(JSON.parse(text)).toMatchObject([{ id: "a", overall: "SAME" }, { id: 9 }]);
  });
});

describe("markdown", () => {
  it("is a table for a ticket", () => {
    const text = markdownComparisons().result(compared("suffix"));
    expect(text).toContain("| sender | REPLACED | **ACME → INFO** |\n");
    expect(text).toContain("| content | ALTERED | Your code is 482913**\\[. Reply STOP\\]** |\n");
    expect(text).toMatch(/\n\| high \| .+ \| `SENDER_REPLACED_GENERIC` \|\n/);
  });

  it("takes texts as texts", () => {
    const value = compare({
      sent: { sender: "A|B", text: "<b>*x*</b>" },
      delivered: { sender: "A|C", text: "<b>*x*</b> `y`" },
      destination: {},
    });
    const text = markdownComparisons().result({ kind: "comparison", value, extras: {}, place: null });
    expect(text).toContain("\\*x\\*&lt;/b>");
    expect(text).not.toContain("<b>");
    for (const row of text.split("\n").filter((line) => line.startsWith("|")))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it("says in its place what could not be compared", () => {
    expect(markdownComparisons().result(failed)).toBe("**Not compared:** in.ndjson:4: sent is missing.\n");
  });
});
