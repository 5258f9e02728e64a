import { describe, expect, test } from "vitest";
import { hasTable } from "../gsm7/alphabet.ts";
import { ALPHABETS } from "../gsm7/alphabets.generated.ts";
import { gsm7 } from "../gsm7/index.ts";
import {
  countClasses,
  LAST_LANGUAGE,
  lockingBit,
  singleBits,
  tableClasses,
  tablesOfUnit,
} from "./shift-tables.ts";

describe("tablesOfUnit", () => {
  test("says of every character and table what the encoder says", () => {
    const wrong: string[] = [];
    for (let language = 0; language <= LAST_LANGUAGE; language++)
      for (let unit = 0; unit < 0x2300; unit++) {
        const tables = tablesOfUnit(unit);
        const locking = hasTable("locking", language) ? language : 0;
        const inLocking = (tables & lockingBit(locking)) !== 0;
        const inSingle = (singleBits(tables) & lockingBit(language)) !== 0;
        const septets = inLocking ? 1 : inSingle ? 2 : undefined;
        const encoded = gsm7.encode(String.fromCharCode(unit), { locking, single: language });
        if (encoded?.length !== septets) wrong.push(`U+${unit.toString(16)} in language ${language}`);
        if (locking !== language && (tables & lockingBit(language)) !== 0) wrong.push(`no table ${language}`);
      }
    expect(wrong).toEqual([]);
  });

  test("knows nothing beyond the tables", () => {
    expect([0, 0x1f, 0x3042, 0xd83d, 0xffff].map(tablesOfUnit)).toEqual([0, 0, 0, 0, 0]);
  });

  test("there are as many languages as tables", () => {
    expect(LAST_LANGUAGE).toBe(ALPHABETS.length - 1);
  });

  test("the bits of all tables fit in a number, the classes in an octet", () => {
    const { tablesOf } = tableClasses();
    expect(tablesOf.length).toBeLessThanOrEqual(256);
    expect(Math.max(...tablesOf)).toBeLessThan(2 ** 31);
    expect(Math.min(...tablesOf)).toBe(0);
  });
});

describe("countClasses", () => {
  test("counts each character once", () => {
    const counts = countClasses("a€aşनa") ?? new Uint32Array(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    const { classOf } = tableClasses();
    expect(counts[classOf["a".charCodeAt(0)] ?? 0]).toBe(3);
    expect(counts[classOf["€".charCodeAt(0)] ?? 0]).toBe(1);
  });

  test("gives up where no table helps", () => {
    expect(countClasses("abc😀")).toBeNull();
    expect(countClasses("\u0000")).toBeNull();
    expect(countClasses("")).not.toBeNull();
  });
});
