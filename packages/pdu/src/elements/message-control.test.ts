import { describe, expect, it } from "vitest";
import { readElement, writeElement } from "./element.ts";
import type { ElementValue } from "./element-value.ts";

const TABLE: readonly (readonly [origin: string, id: number, hex: string, value: ElementValue])[] = [
  [
    "libosmocore sms_test.c",
    0x00,
    "6F0201",
    { kind: "concatenation", bits: 8, reference: 111, total: 2, sequence: 1 },
  ],
  [
    "jss7 UserDataHeaderTest, big-endian",
    0x08,
    "00D10302",
    { kind: "concatenation", bits: 16, reference: 209, total: 3, sequence: 2 },
  ],
  ["python-gsmmodem test_pdu.py", 0x04, "6432", { kind: "ports", bits: 8, destination: 100, source: 50 }],
  ["sms-3gpp", 0x05, "0B8423F0", { kind: "ports", bits: 16, destination: 2948, source: 9200 }],
  ["asterisk-chan-dongle parse.c", 0x07, "03", { kind: "udh-source-indicator", source: "smsc" }],
  ["23.040 9.2.3.24.6", 0x07, "01", { kind: "udh-source-indicator", source: "original-sender" }],
  ["23.040 9.2.3.24.6", 0x07, "02", { kind: "udh-source-indicator", source: "original-receiver" }],
  ["23.040 9.2.3.24.6, reserved", 0x07, "00", { kind: "udh-source-indicator", source: "reserved-0" }],
  [
    "23.040 9.2.3.24.2, voice, kept",
    0x01,
    "8003",
    { kind: "special-message-indication", type: "voicemail", profile: 1, store: true, count: 3 },
  ],
  [
    "23.040 9.2.3.24.2, video on profile 4",
    0x01,
    "67FF",
    { kind: "special-message-indication", type: "video", profile: 4, store: false, count: 255 },
  ],
  [
    "23.040 9.2.3.24.2, e-mail on profile 2",
    0x01,
    "2200",
    { kind: "special-message-indication", type: "email", profile: 2, store: false, count: 0 },
  ],
  [
    "23.040 9.2.3.24.2, reserved extended type",
    0x01,
    "0B01",
    { kind: "special-message-indication", type: "reserved-11", profile: 1, store: false, count: 1 },
  ],
  [
    "23.040 9.2.3.24.5",
    0x06,
    "C3",
    {
      kind: "smsc-control-parameters",
      transactionCompleted: true,
      permanentError: true,
      lastTemporaryError: false,
      temporaryError: false,
      reserved: 0,
      cancelOthers: true,
      includeHeader: true,
    },
  ],
  [
    "23.040 9.2.3.24.5, reserved bits",
    0x06,
    "2C",
    {
      kind: "smsc-control-parameters",
      transactionCompleted: false,
      permanentError: false,
      lastTemporaryError: true,
      temporaryError: true,
      reserved: 2,
      cancelOthers: false,
      includeHeader: false,
    },
  ],
];

describe("elements that control the message", () => {
  it.each(TABLE)("%s: %i %s", (_, id, hex, value) => {
    expect(readElement({ id, hex })).toEqual(value);
    expect(writeElement(value)).toMatchObject({ id, hex });
  });

  it.each([
    [0x00, "050001", "Element concatenation-8 says part 1 of 0."],
    [0x00, "050200", "Element concatenation-8 says part 0 of 2."],
    [0x08, "00050203", "Element concatenation-16 says part 3 of 2."],
    [0x01, "000000", "Element special-message-indication has 3 octets of data instead of 2."],
  ])("are raw where they are impossible: %i %s", (id, hex, fault) => {
    expect(readElement({ id, hex })).toEqual({ kind: "raw", id, data: hex, fault });
  });
});
