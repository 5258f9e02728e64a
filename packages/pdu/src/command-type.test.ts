import { expect, it } from "vitest";
import { commandTypeOf, readCommandType } from "./command-type.ts";
import { startReading } from "./reading.ts";

const NAMED = ["enquiry", "cancel-status-report-request", "delete", "enable-status-report-request"];

it("all 256 command types are those of 3GPP TS 23.040, 9.2.3.19", () => {
  for (let octet = 0; octet < 256; octet++) {
    const name = octet < 4 ? NAMED[octet] : octet < 0b1110_0000 ? "reserved" : "sc-specific";
    expect(commandTypeOf(octet)).toEqual({ value: octet, name });
  }
});

it.each([
  [0x02, "delete", 0],
  [0x04, "reserved", 1],
  [0xdf, "reserved", 1],
  [0xe0, "sc-specific", 0],
])("octet %i is read as %s, with %i diagnostics", (octet, name, count) => {
  const reading = startReading(Uint8Array.of(0, octet), true);
  reading.position = 1;
  expect(readCommandType(reading)).toEqual({ value: octet, name });
  expect(reading.trace).toEqual([{ part: "TP-CT", offset: 1, length: 1, value: null }]);
  expect(reading.diagnostics).toHaveLength(count);
  if (count > 0)
    expect(reading.diagnostics).toEqual([
      {
        code: "RESERVED_COMMAND_TYPE",
        severity: "info",
        field: "TP-CT",
        offset: 1,
        length: 1,
        message: `TP-CT ${octet} is reserved.`,
      },
    ]);
});

it("is missing without an octet", () => {
  expect(() => readCommandType(startReading(new Uint8Array(), false))).toThrow(
    expect.objectContaining({ code: "CUT", field: "TP-CT", offset: 0 }),
  );
});
