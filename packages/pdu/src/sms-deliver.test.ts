import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { deliverFirstOctetOf } from "./sms-deliver.ts";
import { deliverPdu, octet } from "./testing/deliver-pdu.ts";

describe("the sample PDUs of the vendors' documents", () => {
  it("gives the first one with all its fields", () => {
    expect(decodeDeliver("07917283010010F5040BC87238880900F100009930925161958003C16010")).toEqual({
      type: "SMS-DELIVER",
      smsc: { address: "+27381000015", ton: "international", npi: "isdn" },
      firstOctet: {
        value: 4,
        moreMessagesToSend: false,
        loopPrevention: false,
        statusReportIndication: false,
        userDataHeaderIndicator: false,
        replyPath: false,
      },
      originator: { address: "27838890001", ton: "subscriber", npi: "national", length: 11 },
      protocolIdentifier: { value: 0, kind: "short-message" },
      dataCoding: {
        value: 0,
        group: "general",
        alphabet: "gsm7",
        messageClass: null,
        compressed: false,
        autoDelete: false,
        messageWaiting: null,
        reserved: false,
      },
      timestamp: {
        raw: "99309251619580",
        iso: "1999-03-29T15:16:59+02:00",
        epochMs: 922_713_419_000,
        offsetMinutes: 120,
      },
      userDataLength: 3,
      userDataHeader: null,
      concatenation: null,
      ports: null,
      nationalLanguage: null,
      text: "AAA",
      data: null,
      diagnostics: [],
    });
  });

  it("gives the second one with its impossible time and its reserved coding", () => {
    const pdu = "07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764";
    expect(decodeDeliver(pdu)).toEqual({
      type: "SMS-DELIVER",
      smsc: { address: "+33846416013", ton: "international", npi: "isdn" },
      firstOctet: {
        value: 4,
        moreMessagesToSend: false,
        loopPrevention: false,
        statusReportIndication: false,
        userDataHeaderIndicator: false,
        replyPath: false,
      },
      originator: { address: "+4915203161506", ton: "international", npi: "isdn", length: 13 },
      protocolIdentifier: { value: 8, kind: "sm-al-protocol-8" },
      dataCoding: {
        value: 0x80,
        group: "reserved",
        alphabet: "gsm7",
        messageClass: null,
        compressed: false,
        autoDelete: false,
        messageWaiting: null,
        reserved: true,
      },
      timestamp: { raw: "02203222577161", iso: null, epochMs: null, offsetMinutes: 240 },
      userDataLength: 17,
      userDataHeader: null,
      concatenation: null,
      ports: null,
      nationalLanguage: null,
      text: "ernykarny fgCfWsd",
      data: null,
      diagnostics: [
        {
          code: "RESERVED_DATA_CODING",
          severity: "info",
          field: "TP-DCS",
          offset: 19,
          length: 1,
          message: "TP-DCS 128 has reserved bits set: read as GSM 7-bit.",
        },
        {
          code: "TIMESTAMP_IMPOSSIBLE",
          severity: "warning",
          field: "TP-SCTS",
          offset: 20,
          length: 7,
          message: "TP-SCTS 02203222577161 is no possible time.",
        },
      ],
    });
  });
});

describe("PDUs that agree with what a vendor reported of them", () => {
  it("reads a short code, its time two seconds before the vendor's", () => {
    const pdu = "07912394052035F0040481081000000211032145704017593BF9EE565A9F792B283D07E5DF753968FC269701";
    const value = decodeDeliver(pdu);
    expect(value.smsc?.address).toBe("+32495002530");
    expect(value.originator).toEqual({ address: "8001", ton: "unknown", npi: "isdn", length: 4 });
    expect(value.timestamp.iso).toBe("2020-11-30T12:54:07+01:00");
    expect(value.timestamp.epochMs).toBe(Date.parse("2020-11-30T11:54:07Z"));
    expect(value.dataCoding.value).toBe(0);
    expect(value.text).toBe("YvdwnJVOyV is your code");
    expect(value.diagnostics).toEqual([]);
  });

  it("reads the sender CloudSMS, whose 14 semi-octets hold eight letters", () => {
    const pdu = deliverPdu({
      smsc: "07911664090011F1",
      originator: "0ED043F6BB4E9E36A7",
      timestamp: "12302091308004",
      length: 42,
      data: "D9775D0EB297E569737A1CA6A7DF6ED0F84D2E83CC6F3968C87ED7C9D3E65407A2E164B918",
    });
    const value = decodeDeliver(pdu);
    expect(value.smsc?.address).toBe("+61469000111");
    expect(value.originator).toEqual({
      address: "CloudSMS",
      ton: "alphanumeric",
      npi: "unknown",
      length: 14,
    });
    expect(value.text).toBe("Your verification code for CloudSMS: 48291");
    expect(value.timestamp.offsetMinutes).toBe(600);
    expect(value.timestamp.epochMs).toBe(Date.parse("2021-03-02T09:03:08Z"));
  });
});

describe("the first octet", () => {
  it("says what its bits say, for all 256 values", () => {
    for (let value = 0; value < 256; value++) {
      const [replyPath, header, report, , loop, noMore] = value.toString(2).padStart(8, "0");
      expect(deliverFirstOctetOf(value)).toEqual({
        value,
        moreMessagesToSend: noMore === "0",
        loopPrevention: loop === "1",
        statusReportIndication: report === "1",
        userDataHeaderIndicator: header === "1",
        replyPath: replyPath === "1",
      });
    }
    expect(() => deliverFirstOctetOf(256)).toThrow(RangeError);
  });

  it.each([
    [0, null],
    [1, "This is an SMS-SUBMIT-REPORT, no SMS-DELIVER."],
    [2, "This is an SMS-STATUS-REPORT, no SMS-DELIVER."],
    [3, null],
  ])("TP-MTI %i", (messageType, says) => {
    const decode = (): unknown =>
      decodeDeliver(deliverPdu({ firstOctet: 4 + messageType }), { smsc: "present" });
    if (says === null) expect(decode()).toMatchObject({ text: "AAA" });
    else
      expect(decode).toThrowError(
        expect.objectContaining({ code: "WRONG_MESSAGE_TYPE", field: "TP-MTI", offset: 8, message: says }),
      );
  });

  it("is read in the PDU whatever its other bits", () => {
    for (let value = 0; value < 256; value += 4) {
      const { firstOctet } = decodeDeliver(deliverPdu({ firstOctet: value & ~0x40 }));
      expect(octet(firstOctet.value)).toBe(octet(value & ~0x40));
    }
  });
});
