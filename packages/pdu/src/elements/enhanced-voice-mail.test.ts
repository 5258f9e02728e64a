import { describe, expect, it } from "vitest";
import type { Address } from "../address.ts";
import { readElement, writeElement } from "./element.ts";
import type { VoiceMailDeleteConfirmation, VoiceMailNotification } from "./enhanced-voice-mail.ts";

const MAILBOX: Address = { address: "+27381000015", ton: "international", npi: "isdn", length: 11 };
const CALLER: Address = { address: "123", ton: "unknown", npi: "isdn", length: 3 };

/** Octet by octet as 3GPP TS 23.040, 9.2.3.24.13.1 has it. */
const NOTIFICATION = [
  // store, almost full, profile 3
  "38",
  "0B917283010010F5",
  // 7 voice messages, 2 of them told of
  "0702",
  // id 258, 60 seconds, urgent, 5 days
  "01023C45",
  "038121F3",
  // id 259, 10 seconds, 31 days, an extension of 2 octets
  "01030A9F",
  "0081",
  "02AABB",
].join("");

const TOLD: VoiceMailNotification = {
  kind: "enhanced-voice-mail",
  type: "notification",
  profile: 3,
  store: true,
  almostFull: true,
  full: false,
  reserved: 0,
  accessAddress: MAILBOX,
  voiceMessages: 7,
  countReserved: 0,
  extension: null,
  messages: [
    {
      id: 258,
      length: 60,
      retentionDays: 5,
      reserved: 0,
      urgent: true,
      callingLine: CALLER,
      extension: null,
    },
    {
      id: 259,
      length: 10,
      retentionDays: 31,
      reserved: 0,
      urgent: false,
      callingLine: { address: "", ton: "unknown", npi: "isdn", length: 0 },
      extension: "AABB",
    },
  ],
};

/** 9.2.3.24.13.2: delete confirmation, full, status extension of 1 octet, two ids, the second with an extension. */
const CONFIRMATION = ["C1", "0B917283010010F5", "0002", "01CC", "010200", "010380", "03010203"].join("");

const DELETED: VoiceMailDeleteConfirmation = {
  kind: "enhanced-voice-mail",
  type: "delete-confirmation",
  profile: 1,
  store: false,
  almostFull: false,
  full: true,
  reserved: 0,
  accessAddress: MAILBOX,
  voiceMessages: 0,
  countReserved: 0,
  extension: "CC",
  messages: [
    { id: 258, reserved: 0, extension: null },
    { id: 259, reserved: 0, extension: "010203" },
  ],
};

describe("enhanced voice mail", () => {
  it.each([
    ["notification", NOTIFICATION, TOLD],
    ["delete confirmation", CONFIRMATION, DELETED],
  ] as const)("%s", (_, hex, value) => {
    expect(readElement({ id: 0x23, hex })).toEqual(value);
    expect(writeElement(value)).toEqual({ id: 0x23, name: "enhanced-voice-mail", hex });
  });

  it("counts messages in 4 bits of a notification and in 5 of a delete confirmation", () => {
    const more = Array.from({ length: 31 }, (_, id) => ({ id, reserved: 0, extension: null }));
    expect(readElement(writeElement({ ...DELETED, messages: more }))).toEqual({ ...DELETED, messages: more });
    expect(() => writeElement({ ...DELETED, messages: [...more, ...more] })).toThrow(
      "TP-UDH element enhanced-voice-mail has 62 as count instead of a whole number from 0 to 31.",
    );
    const [message] = TOLD.messages;
    expect(() => writeElement({ ...TOLD, messages: Array(16).fill(message) })).toThrow(
      "has 16 as count instead of a whole number from 0 to 15",
    );
    // The same octet: 1 of 4 bits and a reserved 1, or 17 of 5 bits.
    expect(readElement({ id: 0x23, hex: "00008100" + "11" + "00000000" + "0081" })).toMatchObject({
      countReserved: 1,
      messages: { length: 1 },
    });
    expect(readElement({ id: 0x23, hex: `0100810011${"000000".repeat(17)}` })).toMatchObject({
      countReserved: 0,
      messages: { length: 17 },
    });
  });

  it("keeps reserved bits", () => {
    const hex = "02008100" + "F1" + "00010220" + "0081";
    expect(readElement({ id: 0x23, hex })).toMatchObject({
      reserved: 1,
      countReserved: 15,
      messages: [{ reserved: 1 }],
    });
  });

  it("says where it ends too early, for each of its octets", () => {
    for (const hex of [NOTIFICATION, CONFIRMATION])
      for (let end = 0; end < hex.length; end += 2) {
        const value = readElement({ id: 0x23, hex: hex.slice(0, end) });
        expect(value).toMatchObject({
          kind: "raw",
          fault: expect.stringMatching(/^Element enhanced-voice-mail (has no data|ends )/),
        });
      }
    expect(readElement({ id: 0x23, hex: NOTIFICATION.slice(0, -2) })).toMatchObject({
      fault: "Element enhanced-voice-mail ends within message 2 of 2.",
    });
    expect(readElement({ id: 0x23, hex: CONFIRMATION.slice(0, 22) })).toMatchObject({
      fault: "Element enhanced-voice-mail ends within its status extension.",
    });
  });

  it("says where there are octets behind it", () => {
    expect(readElement({ id: 0x23, hex: `${NOTIFICATION}FF` })).toMatchObject({
      fault: "Element enhanced-voice-mail has 1 octet more than its messages.",
    });
  });

  it("refuses what it cannot hold, by name", () => {
    const [first] = TOLD.messages;
    const refuse =
      (changes: object): (() => void) =>
      () =>
        writeElement({ ...TOLD, ...changes } as never);
    expect(refuse({ type: "novel" })).toThrow('has "novel" as type');
    expect(refuse({ profile: 5 })).toThrow("has 5 as profile instead of a whole number from 1 to 4");
    expect(refuse({ messages: undefined })).toThrow("has undefined instead of messages");
    expect(refuse({ accessAddress: null })).toThrow("has null instead of an access address");
    expect(refuse({ extension: "A" })).toThrow('has "A" as extension instead of hex');
    expect(refuse({ extension: undefined })).toThrow("has undefined as extension instead of hex");
    expect(refuse({ messages: [{ ...first, retentionDays: 32 }] })).toThrow("has 32 as retentionDays");
    expect(refuse({ messages: [{ ...first, callingLine: undefined }] })).toThrow("instead of a calling line");
    expect(refuse({ messages: [undefined] })).toThrow("as id instead of");
    expect(refuse({ messages: [{ ...first, extension: "00".repeat(250) }] })).toThrow(
      "octets of data; the most is 255",
    );
  });
});
