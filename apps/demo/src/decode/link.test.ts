import fc from "fast-check";
import { expect, it } from "vitest";
import { readInput } from "../input/read-input.ts";
import { LinkWriter, LONGEST_LINK, textOfLink } from "./link.ts";

it("holds any PDUs, unit by unit", () => {
  const pdu = fc
    .uint8Array({ minLength: 13, maxLength: 30 })
    .map((octets) => Buffer.from(octets).toString("hex").toUpperCase());
  fc.assert(
    fc.property(
      fc.array(fc.array(pdu, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (units) => {
        const writer = new LinkWriter();
        for (const [unit, pdus] of units.entries()) for (const one of pdus) writer.add(one, unit);
        const text = textOfLink(writer.finish() ?? "");
        const records = [...readInput(text ?? "").records];
        expect(records.map(({ input }) => input)).toEqual(units.flat());
        expect(new Set(records.map(({ unit }) => unit)).size).toBe(units.length);
      },
    ),
  );
});

it("holds what is no PDU as it was", () => {
  const writer = new LinkWriter();
  writer.add("no, PDU; at all & # %", 0);
  expect(textOfLink(writer.finish() ?? "")).toBe("no, PDU; at all & # %");
});

it("leaves blanks between octets out", () => {
  const writer = new LinkWriter();
  writer.add("07 91 72", 0);
  expect(writer.finish()).toBe("079172");
});

it("gives up when the link grows too long", () => {
  const writer = new LinkWriter();
  for (let length = 0; length <= LONGEST_LINK; length += 60) writer.add("A".repeat(60), 0);
  expect(writer.finish()).toBeNull();
});

it("takes no damaged link", () => {
  expect(textOfLink("0791%E0%A4")).toBeNull();
});
