import fc from "fast-check";
import { expect, it } from "vitest";
import { csvRows } from "./csv-records.ts";

it("reads back any table that RFC 4180 quotes", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", " ", "é") });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom(",", ";", "\t"), (table, separator) => {
      const text = table
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
        .join("\r\n");
      expect([...csvRows(text, separator)]).toEqual(table);
    }),
  );
});

it("keeps a cell whose quote is never closed", () => {
  expect([...csvRows('a,"b\nc', ",")]).toEqual([["a", "b\nc"]]);
});
