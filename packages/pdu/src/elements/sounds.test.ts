import { describe, expect, it } from "vitest";
import { readElement, writeElement } from "./element.ts";

const hexOf = (text: string): string =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

describe("predefined sound", () => {
  it.each([
    ["0500", "chimes-high"],
    ["0501", "chimes-low"],
    ["0502", "ding"],
    ["0503", "tada"],
    ["0504", "notify"],
    ["0505", "drum"],
    ["0506", "claps"],
    ["0507", "fanfare"],
    ["0508", "chord-high"],
    ["0509", "chord-low"],
    ["050A", "reserved-10"],
  ] as const)("%s is %s", (hex, sound) => {
    const value = { kind: "predefined-sound", position: 5, sound } as const;
    expect(readElement({ id: 0x0b, hex })).toEqual(value);
    expect(writeElement(value)).toEqual({ id: 0x0b, name: "predefined-sound", hex });
  });
});

describe("user defined sound", () => {
  it("keeps the melody as it is", () => {
    const data = hexOf("BEGIN:IMELODY\r\nMELODY:c4d4e4\r\nEND:IMELODY\r\n");
    const value = { kind: "user-defined-sound", position: 2, data } as const;
    expect(readElement({ id: 0x0c, hex: `02${data}` })).toEqual(value);
    expect(writeElement(value).hex).toBe(`02${data}`);
  });

  it("has a melody of 1 to 128 octets", () => {
    expect(readElement({ id: 0x0c, hex: `00${"41".repeat(128)}` }).kind).toBe("user-defined-sound");
    expect(readElement({ id: 0x0c, hex: `00${"41".repeat(129)}` })).toMatchObject({
      fault: "Element user-defined-sound has 130 octets of data instead of at most 129.",
    });
    expect(readElement({ id: 0x0c, hex: "00" })).toMatchObject({
      fault: "Element user-defined-sound has 1 octet of data instead of at least 2.",
    });
  });
});
