import { describe, expect, test } from "vitest";
import { alignTexts } from "./align-texts.ts";
import { readDelivered } from "./delivered-text.ts";

/** What of the text went, run by run, when it is read as romanised. */
function gone(text: string, delivered: string): readonly string[] {
  const { pieces } = alignTexts(text, [], readDelivered(delivered), true, { cells: 80_000 });
  const runs: { start: number; end: number }[] = [];
  for (const { start, end, deliveredStart, deliveredEnd } of pieces) {
    if (start === end || deliveredStart < deliveredEnd) continue;
    const last = runs.at(-1);
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}

describe("words that went out of a romanised text", () => {
  test.each([
    ["Платите до петка и избегните камату", "Platite i izbegnite kamatu", " до петка"],
    ["Ваш заказ уже готов и ждёт", "Vash zakaz gotov i zhdyot", " уже"],
    ["কাজ হয়েছে এবং আগামীকাল দুপুরে", "kaaj hayechhe dupure", " এবং আগামীকাল"],
  ])("%s: whole words, not letters here and there", (text, delivered, lost) => {
    expect(gone(text, delivered)).toContain(lost);
  });

  test("a letter that is lost inside a word stays where it is", () => {
    expect(gone("Ваш заказ готов", "Vash zakz gotov")).toEqual(["а"]);
  });
});
