import fc from "fast-check";
import { expect, it } from "vitest";
import { formatAddress, parseAddress } from "../shell/address-bar.ts";
import { type ComparisonFields, NO_FIELDS } from "./comparison-fields.ts";
import { carryOverHash, fieldsOfParams, paramsOf } from "./comparison-link.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });
const fieldsArbitrary: fc.Arbitrary<ComparisonFields> = fc.record({
  sent: fc.record({ sender: text, text, testId: text }),
  delivered: fc.record({ sender: fc.option(text), text: fc.option(text) }),
  country: fc.constantFrom("", "FR"),
  pdus: fc.array(fc.stringMatching(/^[0-9A-F]{30}$/), { maxLength: 3 }).map((pdus) => pdus.join("\n")),
});

it("an address gives back the fields, whatever they hold", () => {
  fc.assert(
    fc.property(fieldsArbitrary, (fields) => {
      const params = paramsOf(fields);
      const hash = formatAddress({ tab: "compare", params: params ?? new Map() }, "decode");
      expect(hash).not.toMatch(/[\s"<>]/);
      expect(fieldsOfParams(parseAddress(hash).params)).toEqual(fields);
    }),
  );
});

it("what was not reported stays apart from what was reported as empty", () => {
  const empty = paramsOf({ ...NO_FIELDS, delivered: { sender: "", text: null } });
  expect([...(empty ?? [])]).toEqual([["gotFrom", ""]]);
  expect(fieldsOfParams(empty ?? new Map())?.delivered).toEqual({ sender: "", text: null });
});

it("there is no address for too much text, nor for half a character", () => {
  const long = { ...NO_FIELDS, sent: { sender: "A", text: "ж".repeat(2_000), testId: "" } };
  expect(paramsOf(long)).toBeNull();
  expect(paramsOf({ ...NO_FIELDS, delivered: { sender: null, text: "\ud800" } })).toBeNull();
  expect(carryOverHash({ sender: "A", text: "\ud800" }, [])).toBeNull();
});

it("takes no damaged address", () => {
  expect(fieldsOfParams(new Map([["text", "%E0%A4"]]))).toBeNull();
});

it("what was delivered is carried over with its PDUs", () => {
  const hash = carryOverHash({ sender: "INFO & Co", text: null }, ["0791", "0792"]);
  expect(hash).toBe("#compare?gotFrom=INFO%20%26%20Co&pdu=0791,0792");
});
