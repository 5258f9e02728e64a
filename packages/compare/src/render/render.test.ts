import { describe, expect, test } from "vitest";
import { compare, diffSpans, explain, toMarkdown } from "../index.ts";

const result = compare({
  sent: { sender: "ACME", text: "Your code is 482913 now", testId: "482913" },
  delivered: { sender: "INFO", text: "Your code is 771204 now. <b>Reply STOP</b> | `x`" },
  destination: { country: "FR" },
});

describe("explain", () => {
  test("says both verdicts and every finding with its code", () => {
    const text = explain(result);
    expect(text.split("\n").slice(0, 2)).toEqual([
      'Sender: REPLACED, "ACME" arrived as "INFO".',
      'Text: ALTERED, "Your code is 482913 now" arrived as "Your code is 771204 now. <b>Reply STOP</…".',
    ]);
    for (const { code } of result.findings) expect(text).toContain(`(${code}, `);
  });

  test("names the rule of a country that explains a finding", () => {
    const korean = compare({
      sent: { sender: "15881234", text: "인증번호는 482913 입니다." },
      delivered: { sender: "15881234", text: "[Web발신]\n인증번호는 482913 입니다." },
      destination: { country: "KR" },
    });
    expect(explain(korean)).toContain("Known of KR: content prefix");
  });

  test("says what was not reported", () => {
    const nothing = compare({
      sent: { sender: "A", text: "x" },
      delivered: { sender: null, text: null },
      destination: {},
    });
    expect(explain(nothing)).toBe(
      "Sender: UNKNOWN, nothing was reported.\nText: UNKNOWN, nothing was reported.\n",
    );
  });
});

test("Markdown holds no markup of the texts", () => {
  const markdown = toMarkdown(result);
  expect(markdown).not.toContain("<b>");
  expect(
    markdown
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .every((line) => /^\|(?:\\.|[^|\\])*(?:\|(?:\\.|[^|\\])*){2,3}\|$/.test(line)),
  ).toBe(true);
});

describe("diffSpans", () => {
  test("cuts both texts where they differ and names the findings", () => {
    const spans = diffSpans(result.content, result.findings);
    expect(spans.sent.map(({ text }) => text).join("")).toBe(result.content.compared?.sent);
    expect(spans.delivered.map(({ text }) => text).join("")).toBe(result.content.compared?.delivered);
    expect(spans.sent.filter(({ kind }) => kind !== "equal").map(({ text, kind }) => [text, kind])).toEqual([
      ["482913", "changed"],
    ]);
    expect(spans.delivered.find(({ kind }) => kind === "changed")?.codes).toContain("CODE_CHANGED");
    expect(spans.delivered.at(-1)?.kind).toBe("added");
  });

  test("gives nothing where nothing was compared", () => {
    const { content } = compare({
      sent: { sender: "A", text: "x" },
      delivered: { sender: "A", text: null },
      destination: {},
    });
    expect(diffSpans(content)).toEqual({ sent: [], delivered: [] });
  });
});
