import { describe, expect, it } from "vitest";
import { toDeliveryResult } from "./results.ts";
import { testsmsSchemas } from "./schemas.ts";

const read = (body: unknown, testId: string | null = null) =>
  toDeliveryResult(testsmsSchemas(false).result.parse(body), body, testId);

/** The result of TestSMS's document. */
const SAMPLE = {
  createdOn: "2019-08-24T14:15:22Z",
  mccMnc: "20610",
  mccMncPorted: "20603",
  deliveredSender: "Verify",
  deliveredText: "trwvu&sryu4o is your verification code",
  phone: "1555765435",
  messageId: "trwvu&sryu4o",
  callbackUrl: "http://example.com/testSmsCallbackUrl",
  receiptTime: "2019-08-24T14:15:22Z",
  receiptStatus: "POSITIVE",
  pdu: "07917283010010F5040BC87238880900F100009930925161958003C16010",
  scts: "2019-08-24T14:15:22Z",
  scn: "Orange Belgium",
  arrivalTs: "2019-08-24T14:15:22Z",
};

describe("toDeliveryResult", () => {
  it("reads the sample of TestSMS's document, whose fields have other names than its requests", () => {
    const at = {
      text: "2019-08-24T14:15:22Z",
      instant: "2019-08-24T14:15:22.000Z",
      epochMs: 1566656122000,
      zoneAssumed: false,
    };
    expect(read(SAMPLE, "58237")).toEqual({
      vendor: "testsms",
      testId: "58237",
      status: {
        raw: "POSITIVE",
        name: "POSITIVE",
        meaning: "delivered",
        final: true,
        delivered: true,
        billed: null,
      },
      sender: "Verify",
      text: "trwvu&sryu4o is your verification code",
      pdus: ["07917283010010F5040BC87238880900F100009930925161958003C16010"],
      serviceCentre: {
        number: null,
        operatorName: "Orange Belgium",
        countryName: null,
        countryCode: null,
        mcc: null,
        mnc: null,
      },
      msisdn: "1555765435",
      testText: "trwvu&sryu4o",
      network: {
        mcc: "206",
        mnc: "10",
        portedFrom: { mcc: "206", mnc: "03" },
        operatorName: null,
        portedFromOperatorName: null,
        countryName: null,
        countryCode: null,
        raw: { mccMnc: "20610", mccMncPorted: "20603" },
      },
      times: { createdAt: at, receivedAt: at, serviceCentreAt: at, arrivedAt: at },
      delaySeconds: null,
      receipt: null,
      raw: SAMPLE,
    });
  });

  it("reads an object without any field that matters: all are optional", () => {
    expect(read({ receiptStatus: 0 })).toMatchObject({
      status: { name: "WAIT", final: false },
      sender: null,
      text: null,
      pdus: [],
      serviceCentre: null,
      msisdn: null,
      network: null,
    });
  });

  it("reads dates in the stated format, and takes a missing zone as UTC and says so", () => {
    const { times } = read({
      createdOn: "2019-08-24T14:15:22.123+0000",
      arrivalTs: "2019-08-24T14:15:22.123",
    });
    expect(times.createdAt).toMatchObject({ instant: "2019-08-24T14:15:22.123Z", zoneAssumed: false });
    expect(times.arrivedAt).toMatchObject({ instant: "2019-08-24T14:15:22.123Z", zoneAssumed: true });
  });

  it('takes "null" and "" for nothing, but not in a message that was delivered', () => {
    const fields = { deliveredSender: "null", deliveredText: "", pdu: "null", scn: "" };
    expect(read({ ...fields, receiptStatus: "WAIT" })).toMatchObject({
      sender: null,
      text: null,
      pdus: [],
      serviceCentre: null,
    });
    expect(read({ ...fields, receiptStatus: 4 })).toMatchObject({ sender: "null", text: "", pdus: [] });
  });

  it("keeps & and - in a messageId", () => {
    expect(read({ messageId: "trwvu&sryu4o" }).testText).toBe("trwvu&sryu4o");
    expect(read({ messageId: "G-448232" }).testText).toBe("G-448232");
  });

  it("takes plus and blanks out of a phone number", () => {
    expect(read({ phone: "+1 555 765435" }).msisdn).toBe("1555765435");
    expect(read({ phone: 1555765435 }).msisdn).toBe("1555765435");
  });

  it("splits several PDUs, should they come in the one field", () => {
    expect(read({ pdu: "07AA, 07BB" }).pdus).toEqual(["07AA", "07BB"]);
  });

  it("makes a callback key in the echoed URL unusable, in raw too", () => {
    const body = { callbackUrl: "https://me.example/hook/cbk_abcdefghijklmnopqrstuvwxyz012345", other: 1 };
    expect(read(body).raw).toEqual({ callbackUrl: "https://me.example/hook/cbk_[hidden]", other: 1 });
    expect(testsmsSchemas(false).result.parse(body).callbackUrl).toBe("https://me.example/hook/cbk_[hidden]");
  });

  it("with strict, refuses unknown keys and unknown statuses", () => {
    const { result } = testsmsSchemas(true);
    expect(result.safeParse(SAMPLE).success).toBe(true);
    expect(result.safeParse({ ...SAMPLE, receiptStatus: "NEGATIVE(5)" }).success).toBe(true);
    expect(result.safeParse({ ...SAMPLE, receiptStatus: "EXPIRED" }).success).toBe(false);
    expect(result.safeParse({ ...SAMPLE, extra: 1 }).success).toBe(false);
  });
});
