import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";

const PDU = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37";

describe("a PDU that ends too soon", () => {
  it.each([
    [1, "SMSC", 1, "SMSC says 7 octets, but no octets are left."],
    [2, "SMSC", 1, "SMSC says 7 octets, but 1 octet is left."],
    [4, "SMSC", 1, "SMSC says 7 octets, but 3 octets are left."],
    [8, "TP-MTI", 8, "first octet needs an octet, but no octets are left."],
    [9, "TP-OA", 9, "TP-OA length needs an octet, but no octets are left."],
    [10, "TP-OA", 10, "TP-OA type needs an octet, but no octets are left."],
    [12, "TP-OA", 11, "TP-OA says 11 digits, but 1 octet is left."],
    [17, "TP-PID", 17, "TP-PID needs an octet, but no octets are left."],
    [18, "TP-DCS", 18, "TP-DCS needs an octet, but no octets are left."],
    [25, "TP-SCTS", 19, "TP-SCTS needs 7 octets, but 6 octets are left."],
    [26, "TP-UDL", 26, "TP-UDL needs an octet, but no octets are left."],
  ] as const)("behind %i octets says what it lacks, and where", (length, field, offset, message) => {
    expect(() => decodeDeliver(PDU.slice(0, 2 * length), { smsc: "present" })).toThrow(
      expect.objectContaining({ code: "CUT", field, offset, message }),
    );
  });
});

it.each([
  ["AA", 1, "1 octet is left behind the last field."],
  ["AABB", 2, "2 octets are left behind the last field."],
])("what stands behind the last field is kept: %s", (hex, length, message) => {
  const place = { field: "PDU", offset: PDU.length / 2, length, hex };
  expect(decodeDeliver(PDU + hex, { smsc: "present" }).diagnostics).toEqual([
    { code: "OCTETS_AFTER_END", severity: "warning", ...place, message },
  ]);
});

it("a service centre in front is none where the caller says that there is none", () => {
  expect(decodeDeliver(PDU, { smsc: "present" }).smsc?.address).toBe("+27381000015");
  expect(() => decodeDeliver(PDU, { smsc: "absent" })).toThrow(
    expect.objectContaining({ code: "CUT", field: "TP-OA", offset: 3 }),
  );
  expect(decodeDeliver(PDU.slice(16), { smsc: "absent" })).toMatchObject({ smsc: null, text: "hellohello" });
});
