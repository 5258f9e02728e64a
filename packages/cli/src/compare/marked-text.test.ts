import { compare } from "@smsproof/compare";
import { describe, expect, it } from "vitest";
import { exchangedSender, markedText } from "./marked-text.ts";

function contentOf(sent: string, delivered: string | null): string {
  const result = compare({
    sent: { sender: "A", text: sent },
    delivered: { sender: null, text: delivered },
    destination: {},
  });
  return markedText(result.content)
    .map(({ text }) => text)
    .join("");
}

describe("markedText", () => {
  it.each([
    ["Your code is 482913", "Your code is 482913. Reply STOP", "Your code is 482913[. Reply STOP]"],
    ["Café déjà", "Cafe deja", "Caf[é → e] d[é → e]j[à → a]"],
    ["Code 1 🎉", "Code 1", "Code 1[- 🎉-]"],
    ["the same", "the same", "the same"],
    ["nobody told", null, "not reported"],
    ["nothing came", "", "nothing came → (empty)"],
  ])("%j against %j", (sent, delivered, expected) => {
    expect(contentOf(sent, delivered)).toBe(expected);
  });

  it("tells by kind what became of each stretch", () => {
    const { content } = compare({
      sent: { sender: "A", text: "Zoë: your parcel arrives today between nine and eleven" },
      delivered: { sender: null, text: "Zoe: your parcel arrives today between nine and eleven STOP" },
      destination: {},
    });
    expect(markedText(content).flatMap(({ kind }) => kind ?? [])).toEqual(["changed", "added"]);
  });

  it("shortens what is the same and keeps characters whole", () => {
    const family = "👩‍👩‍👧‍👦";
    const long = `${family.repeat(40)} end`;
    expect(contentOf(`${long} é`, `${long} e`)).toBe(`…${family.repeat(19)} end [é → e]`);
    expect(contentOf("word ".repeat(30), "word ".repeat(30))).toBe(`${"word ".repeat(12)}…`);
  });

  it("shows the beginning of both when nothing is left", () => {
    const text = contentOf(
      "Dear customer, your parcel waits for you at the counter of our shop until Friday",
      "WIN a holiday in the sun!! Visit us now, every guest gets a second drink for nothing",
    );
    expect(text).toMatch(/^Dear customer, .{45}… → WIN a holiday .{46}…$/);
  });
});

it("exchangedSender puts both senders side by side", () => {
  const senders = (sent: string, delivered: string | null): string =>
    exchangedSender(
      compare({
        sent: { sender: sent, text: "" },
        delivered: { sender: delivered, text: null },
        destination: {},
      }),
    )
      .map(({ text }) => text)
      .join("");
  expect(senders("ACME", "ACME")).toBe("ACME");
  expect(senders("ACME", "ACM")).toBe("ACME → ACM");
  expect(senders("ACME", "")).toBe("ACME → (empty)");
  expect(senders("ACME", null)).toBe("not reported");
});
