import { expect, it } from "vitest";
import { startReading } from "./reading.ts";
import { readStatus, type StatusOutcome, statusOf } from "./status.ts";

/** The table of 3GPP TS 23.040, 9.2.3.15, row by row: first octet, last octet, what they mean. */
const TABLE: readonly (readonly [first: number, last: number, outcome: StatusOutcome, name: string])[] = [
  [0x00, 0x00, "completed", "received-by-recipient"],
  [0x01, 0x01, "completed", "forwarded-unconfirmed"],
  [0x02, 0x02, "completed", "replaced-by-service-centre"],
  [0x03, 0x0f, "temporary-ended", "reserved"],
  [0x10, 0x1f, "completed", "sc-specific"],
  [0x20, 0x20, "temporary-trying", "congestion"],
  [0x21, 0x21, "temporary-trying", "recipient-busy"],
  [0x22, 0x22, "temporary-trying", "no-response-from-recipient"],
  [0x23, 0x23, "temporary-trying", "service-rejected"],
  [0x24, 0x24, "temporary-trying", "quality-of-service-not-available"],
  [0x25, 0x25, "temporary-trying", "error-in-recipient"],
  [0x26, 0x2f, "temporary-ended", "reserved"],
  [0x30, 0x3f, "temporary-trying", "sc-specific"],
  [0x40, 0x40, "permanent", "remote-procedure-error"],
  [0x41, 0x41, "permanent", "incompatible-destination"],
  [0x42, 0x42, "permanent", "connection-rejected-by-recipient"],
  [0x43, 0x43, "permanent", "not-obtainable"],
  [0x44, 0x44, "permanent", "quality-of-service-not-available"],
  [0x45, 0x45, "permanent", "no-interworking-available"],
  [0x46, 0x46, "permanent", "validity-period-expired"],
  [0x47, 0x47, "permanent", "deleted-by-originator"],
  [0x48, 0x48, "permanent", "deleted-by-service-centre-administration"],
  [0x49, 0x49, "permanent", "message-does-not-exist"],
  [0x4a, 0x4f, "temporary-ended", "reserved"],
  [0x50, 0x5f, "permanent", "sc-specific"],
  [0x60, 0x60, "temporary-ended", "congestion"],
  [0x61, 0x61, "temporary-ended", "recipient-busy"],
  [0x62, 0x62, "temporary-ended", "no-response-from-recipient"],
  [0x63, 0x63, "temporary-ended", "service-rejected"],
  [0x64, 0x64, "temporary-ended", "quality-of-service-not-available"],
  [0x65, 0x65, "temporary-ended", "error-in-recipient"],
  [0x66, 0x6f, "temporary-ended", "reserved"],
  [0x70, 0x7f, "temporary-ended", "sc-specific"],
  [0x80, 0xff, "temporary-ended", "reserved"],
];

it("all 256 statuses are those of the table", () => {
  const expected = TABLE.flatMap(([first, last, outcome, name]) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ value: first + index, outcome, name })),
  );
  expect(Array.from({ length: 256 }, (_, octet) => statusOf(octet))).toEqual(expected);
});

it("is read from one octet, and is missing without it", () => {
  const reading = startReading(Uint8Array.of(0x46, 0x00), true);
  expect(readStatus(reading).name).toBe("validity-period-expired");
  expect(reading).toMatchObject({ position: 1, trace: [{ part: "TP-ST", offset: 0, length: 1 }] });
  expect(() => readStatus(startReading(new Uint8Array(), false))).toThrow(
    expect.objectContaining({ code: "CUT", field: "TP-ST", offset: 0 }),
  );
});
