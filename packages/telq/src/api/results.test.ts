import { parseLosslessJson } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import { toDeliveryResult } from "./results.ts";
import { telqSchemas } from "./schemas.ts";

const read = (body: unknown) => toDeliveryResult(telqSchemas(false).result.parse(body), body);

/** The callback of TelQ's document. */
const CALLBACK = `{
  "id": 23,
  "testIdText":"irrgprny",
  "senderDelivered":"+4944557775544",
  "textDelivered":"irrgprny fgsfgsd",
  "testCreatedAt":"2020-02-13T17:01:54.352886Z","smsReceivedAt":"2020-02-13T17:05:27Z",
  "receiptDelay":213,
  "testStatus":"POSITIVE",
  "destinationNetwork": { "mcc": "206", "mnc": "10", "portedFromMnc": "20" },
  "smscInfo":{ "smscNumber":null, "countryName":"France", "countryCode":"FR", "mcc":null, "mnc":null, "providerName":null },
  "pdusDelivered":["07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764"]
}`;

describe("toDeliveryResult", () => {
  it("reads the sample of TelQ's document", () => {
    const body = parseLosslessJson(CALLBACK);
    expect(read(body)).toEqual({
      vendor: "telq",
      testId: "23",
      status: {
        raw: "POSITIVE",
        name: "POSITIVE",
        meaning: "delivered",
        final: true,
        delivered: true,
        billed: true,
      },
      sender: "+4944557775544",
      text: "irrgprny fgsfgsd",
      pdus: ["07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764"],
      serviceCentre: {
        number: null,
        operatorName: null,
        countryName: "France",
        countryCode: "FR",
        mcc: null,
        mnc: null,
      },
      msisdn: null,
      testText: "irrgprny",
      network: {
        mcc: "206",
        mnc: "10",
        portedFrom: { mcc: "206", mnc: "20" },
        operatorName: null,
        portedFromOperatorName: null,
        countryName: null,
        countryCode: null,
        raw: { mcc: "206", mnc: "10", portedFromMnc: "20" },
      },
      times: {
        createdAt: {
          text: "2020-02-13T17:01:54.352886Z",
          instant: "2020-02-13T17:01:54.352Z",
          epochMs: 1581613314352,
          zoneAssumed: false,
        },
        receivedAt: {
          text: "2020-02-13T17:05:27Z",
          instant: "2020-02-13T17:05:27.000Z",
          epochMs: 1581613527000,
          zoneAssumed: false,
        },
        serviceCentreAt: null,
        arrivedAt: null,
      },
      delaySeconds: 213,
      receipt: null,
      raw: body,
    });
  });

  it("reads a result that waits: smscInfo null, no PDUs, nothing delivered", () => {
    const waiting = read({
      id: 1,
      testStatus: "WAIT",
      senderDelivered: null,
      textDelivered: null,
      smsReceivedAt: null,
      receiptDelay: null,
      smscInfo: null,
      pdusDelivered: [],
    });
    expect(waiting).toMatchObject({
      sender: null,
      text: null,
      serviceCentre: null,
      pdus: [],
      delaySeconds: null,
      network: null,
    });
    expect(waiting.times.receivedAt).toBe(null);
  });

  it("puts destinationNetwork and destinationNetworkDetails into one place", () => {
    const details = {
      mcc: "262",
      mnc: "02",
      portedFromMnc: "null",
      countryName: "Germany",
      providerName: "Vodafone",
      portedFromProviderName: "",
    };
    expect(read({ id: 1, destinationNetworkDetails: details }).network).toMatchObject({
      mcc: "262",
      mnc: "02",
      portedFrom: null,
      countryName: "Germany",
      operatorName: "Vodafone",
      portedFromOperatorName: null,
    });
    expect(
      read({ id: 1, destinationNetwork: { mcc: "262", mnc: "02", portedFromMnc: "07" } }).network,
    ).toMatchObject({
      portedFrom: { mcc: "262", mnc: "07" },
      operatorName: null,
    });
  });

  it("gives codes that came as numbers their leading zeros back", () => {
    expect(
      read({ id: 1, destinationNetwork: { mcc: 206, mnc: 2, portedFromMnc: null } }).network,
    ).toMatchObject({ mcc: "206", mnc: "02" });
  });

  it('takes "null" and "" for nothing, but not in a message that was delivered', () => {
    const fields = { id: 1, senderDelivered: "null", textDelivered: "" };
    expect(read({ ...fields, testStatus: "WAIT" })).toMatchObject({ sender: null, text: null });
    expect(read({ ...fields, testStatus: "POSITIVE" })).toMatchObject({ sender: "null", text: "" });
  });

  it("reads numbers that are strings, and keeps a sender's plus", () => {
    expect(
      read({ id: "23", receiptDelay: "213", testStatus: "POSITIVE", senderDelivered: "+49155" }),
    ).toMatchObject({
      testId: "23",
      delaySeconds: 213,
      sender: "+49155",
    });
  });

  it("keeps unknown fields, and takes v3's phoneNumber", () => {
    const body = {
      id: 1,
      retry: true,
      destinationNetworkDetails: { mcc: "206", mnc: "10", phoneNumber: "33611223344" },
    };
    expect(read(body)).toMatchObject({ raw: { retry: true }, msisdn: "33611223344" });
    expect(telqSchemas(false).result.parse(body)).toMatchObject({ retry: true });
  });

  it("spoils no record for a field of the wrong type", () => {
    expect(
      read({
        id: 1,
        testStatus: 5,
        receiptDelay: {},
        pdusDelivered: "00",
        smscInfo: "none",
        textDelivered: ["x"],
      }),
    ).toMatchObject({
      status: { name: "5", meaning: "unknown" },
      delaySeconds: null,
      pdus: [],
      serviceCentre: null,
      text: null,
      raw: { textDelivered: ["x"] },
    });
  });

  it("with strict, refuses unknown keys, unknown statuses and wrong types", () => {
    const { result } = telqSchemas(true);
    expect(result.safeParse(parseLosslessJson(CALLBACK)).success).toBe(true);
    for (const wrong of [
      { extra: 1 },
      { testStatus: "EXPIRED" },
      { receiptDelay: {} },
      { smscInfo: "none" },
    ]) {
      expect(result.safeParse({ id: 1, testStatus: "WAIT", ...wrong }).success).toBe(false);
    }
  });
});
