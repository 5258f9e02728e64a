import { describe, expect, it } from "vitest";
import { judgeTemplate, templateFor } from "./message-id-template.ts";

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe("judgeTemplate", () => {
  it("takes what TestSMS lists", () => {
    const listed = [
      "[g-code]",
      "[code]",
      "[pass]",
      ...range(6, 9).map((n) => `[code${n}]`),
      ...range(6, 20).map((n) => `[pass${n}]`),
    ];
    for (const template of listed) expect(judgeTemplate(template)).toEqual({ verdict: "good" });
  });

  it("doubts [pass5], which one of the two lists lacks", () => {
    expect(judgeTemplate("[pass5]")).toMatchObject({ verdict: "doubtful" });
  });

  it.each([
    "[code5]",
    "[code10]",
    "[code4]",
    "[pass21]",
    "[pass4]",
    "[pass1]",
    "[pass06]",
    "[g-code6]",
    "[G-CODE]",
    "[Code]",
    "code",
    "[code",
    "",
    "Hello, your code is [code]",
    "[code][pass]",
    "[code] ",
  ])("refuses %j", (template) => {
    expect(judgeTemplate(template)).toMatchObject({ verdict: "wrong" });
  });

  it("says how five digits are written", () => {
    expect(judgeTemplate("[code5]")).toEqual({ verdict: "wrong", why: "five digits are written [code]" });
  });
});

describe("templateFor", () => {
  it.each([
    [{ characters: "digits" }, "[code]"],
    [{ characters: "digits", length: 5 }, "[code]"],
    [{ characters: "digits", length: 9 }, "[code9]"],
    [{ characters: "letters-and-digits" }, "[pass]"],
    [{ characters: "letters-and-digits", length: 8, letterCase: "lower" }, "[pass]"],
    [{ characters: "letters-and-digits", length: 20 }, "[pass20]"],
  ] as const)("%j -> %s", (format, template) => {
    expect(templateFor(format)).toEqual({ template });
  });

  it.each([
    { characters: "letters" },
    { characters: "digits", length: 4 },
    { characters: "digits", length: 10 },
    { characters: "digits", letterCase: "lower" },
    { characters: "letters-and-digits", length: 5 },
    { characters: "letters-and-digits", length: 21 },
    { characters: "letters-and-digits", letterCase: "upper" },
    { characters: "letters-and-digits", letterCase: "mixed" },
  ] as const)("says why there is none for %j", (format) => {
    expect(templateFor(format)).toEqual({ why: expect.stringContaining("TestSMS makes") });
  });
});
