import { expect, it } from "vitest";
import { failureCauseOf, readFailureCause } from "./failure-cause.ts";
import { startReading } from "./reading.ts";

/** The table of 3GPP TS 23.040, 9.2.3.22, row by row. */
const TABLE: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x00, 0x7f, "reserved"],
  [0x80, 0x80, "telematic-interworking-not-supported"],
  [0x81, 0x81, "short-message-type-0-not-supported"],
  [0x82, 0x82, "cannot-replace-short-message"],
  [0x83, 0x8e, "reserved"],
  [0x8f, 0x8f, "unspecified-tp-pid-error"],
  [0x90, 0x90, "data-coding-scheme-not-supported"],
  [0x91, 0x91, "message-class-not-supported"],
  [0x92, 0x9e, "reserved"],
  [0x9f, 0x9f, "unspecified-tp-dcs-error"],
  [0xa0, 0xa0, "command-cannot-be-actioned"],
  [0xa1, 0xa1, "command-unsupported"],
  [0xa2, 0xae, "reserved"],
  [0xaf, 0xaf, "unspecified-tp-command-error"],
  [0xb0, 0xb0, "tpdu-not-supported"],
  [0xb1, 0xbf, "reserved"],
  [0xc0, 0xc0, "sc-busy"],
  [0xc1, 0xc1, "no-sc-subscription"],
  [0xc2, 0xc2, "sc-system-failure"],
  [0xc3, 0xc3, "invalid-sme-address"],
  [0xc4, 0xc4, "destination-sme-barred"],
  [0xc5, 0xc5, "sm-rejected-duplicate-sm"],
  [0xc6, 0xc6, "tp-vpf-not-supported"],
  [0xc7, 0xc7, "tp-vp-not-supported"],
  [0xc8, 0xcf, "reserved"],
  [0xd0, 0xd0, "sim-storage-full"],
  [0xd1, 0xd1, "no-sms-storage-capability-in-sim"],
  [0xd2, 0xd2, "error-in-ms"],
  [0xd3, 0xd3, "memory-capacity-exceeded"],
  [0xd4, 0xd4, "sim-application-toolkit-busy"],
  [0xd5, 0xd5, "sim-data-download-error"],
  [0xd6, 0xdf, "reserved"],
  [0xe0, 0xfe, "application-specific"],
  [0xff, 0xff, "unspecified-error-cause"],
];

it("all 256 failure causes are those of the table", () => {
  const expected = TABLE.flatMap(([first, last, name]) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ value: first + index, name })),
  );
  expect(Array.from({ length: 256 }, (_, octet) => failureCauseOf(octet))).toEqual(expected);
});

it("says so at its octet when, and only when, the cause is reserved", () => {
  for (const [first, last, name] of TABLE)
    for (const octet of [first, last]) {
      const reading = startReading(Uint8Array.of(0, octet), true);
      reading.position = 1;
      expect(readFailureCause(reading)).toEqual({ value: octet, name });
      expect(reading.position).toBe(2);
      expect(reading.trace).toEqual([{ part: "TP-FCS", offset: 1, length: 1, value: null }]);
      expect(reading.diagnostics).toEqual(
        name === "reserved"
          ? [
              {
                code: "RESERVED_FAILURE_CAUSE",
                severity: "info",
                field: "TP-FCS",
                offset: 1,
                length: 1,
                message: `TP-FCS ${octet} is reserved.`,
              },
            ]
          : [],
      );
    }
});

it("is missing without an octet", () => {
  expect(() => readFailureCause(startReading(new Uint8Array(), false))).toThrow(
    expect.objectContaining({ code: "CUT", field: "TP-FCS", offset: 0 }),
  );
});
