import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { type AtFrame, parseAtResponse } from "./at-response.ts";

/** The first sample of the vendors' documents, 22 octets behind the service centre. */
const DELIVER = "07917283010010F5040BC87238880900F100009930925161958003C16010";
/** babca/python-gsmmodem:test/test_modem.py, read there with +CMGR: 24 octets behind the service centre. */
const STATUS_REPORT = "07917248014000F506B70AA18092020000317071518590803170715185418000";
/** warthog618/sms:encoding/tpdu/tpdu_test.go, without a service centre. */
const SUBMIT = "012304913619340008C8303A8C0EA3C3";

function only(text: string): AtFrame {
  const frames = parseAtResponse(text);
  expect(frames).toHaveLength(1);
  const [frame] = frames;
  if (frame === undefined) throw new Error("no frame");
  return frame;
}

describe("parseAtResponse", () => {
  test("+CMT: a message that arrived", () => {
    expect(only(`\r\n+CMT: ,22\r\n${DELIVER}\r\n`)).toEqual({
      command: "+CMT",
      index: null,
      status: null,
      alpha: null,
      direction: "to-mobile",
      line: 2,
      tpduLength: 22,
      pdu: DELIVER,
      problem: null,
    });
  });

  test("+CDS: a status report that arrived", () => {
    const frame = only(`+CDS: 24\r\n${STATUS_REPORT}\r\n`);
    expect(frame).toMatchObject({ command: "+CDS", tpduLength: 24, alpha: null, problem: null });
    if (frame.problem === null) expect(decode(frame.pdu, frame).type).toBe("SMS-STATUS-REPORT");
  });

  test("+CMGR: status, and name of the phone book", () => {
    expect(only(`AT+CMGR=3\r\r\n+CMGR: 1,"Mum, at home",22\r\n${DELIVER}\r\n\r\nOK\r\n`)).toMatchObject({
      command: "+CMGR",
      status: 1,
      alpha: "Mum, at home",
      line: 2,
      problem: null,
    });
    expect(only(`+CMGR: 0,"",22\n${DELIVER}`).alpha).toBe("");
    expect(only(`+CMGR: 0,Mum,22\n${DELIVER}`).alpha).toBe("Mum");
  });

  test("+CMGL: a whole listing, stored messages towards the network", () => {
    const frames = parseAtResponse(
      [
        "AT+CMGL=4",
        `+CMGL: 0,1,,22`,
        DELIVER,
        `+CMGL: 1,0,"A",24`,
        STATUS_REPORT.toLowerCase(),
        `+CMGL: 7,2,,16`,
        SUBMIT,
        `+CMGL: 12,3,,16`,
        `00${SUBMIT}`,
        "",
        "OK",
      ].join("\r\n"),
    );
    expect(
      frames.map(({ index, status, direction, line, problem }) => [index, status, direction, line, problem]),
    ).toEqual([
      [0, 1, "to-mobile", 2, null],
      [1, 0, "to-mobile", 4, null],
      [7, 2, "to-network", 6, null],
      [12, 3, "to-network", 8, null],
    ]);
    const types = frames.map((frame) => frame.problem === null && decode(frame.pdu, frame).type);
    expect(types).toEqual(["SMS-DELIVER", "SMS-STATUS-REPORT", "SMS-SUBMIT", "SMS-SUBMIT"]);
  });

  test("some modems leave the comma of the name away, and blanks where they like", () => {
    expect(only(`+CMT: 22\r\n${DELIVER}`)).toMatchObject({ tpduLength: 22, alpha: null, problem: null });
    expect(only(`+CMGL: 4,1,22\r\n${DELIVER}`)).toMatchObject({ index: 4, status: 1, problem: null });
    expect(only(` +cmgr : 1 , , 22 \r\n\r\n  ${DELIVER}  `)).toMatchObject({
      command: "+CMGR",
      status: 1,
      pdu: DELIVER,
      problem: null,
    });
    expect(only(`+CMT: ,22\r\n07 91 7283010010F5 ${DELIVER.slice(16)}`).problem).toBeNull();
  });

  test("line ends of any kind", () => {
    for (const end of ["\n", "\r", "\r\n", "\r\r\n"])
      expect(only(["+CMT: ,22", DELIVER, "OK", ""].join(end))).toMatchObject({
        line: 1,
        pdu: DELIVER,
        problem: null,
      });
  });

  test("what is no such line is passed over", () => {
    expect(parseAtResponse("")).toEqual([]);
    expect(
      parseAtResponse(
        `+CMTI: "SM",3\r\n+CSQ: 20,99\r\nAT+CMGL=4\r\n+CDSI: "SM",1\r\n${DELIVER}\r\nERROR\r\n+CMS ERROR: 321`,
      ),
    ).toEqual([]);
  });

  test.each<[string, string, string, object]>([
    [
      "no line behind",
      "+CMT: ,22",
      "No PDU follows the +CMT line.",
      { problem: { code: "PDU_MISSING" }, pdu: null, tpduLength: 22 },
    ],
    [
      "a result code instead",
      "+CMGR: 1,,22\r\n\r\nOK\r\n",
      "No PDU follows the +CMGR line.",
      { problem: { code: "PDU_MISSING" }, pdu: null },
    ],
    [
      "an octet too few",
      `+CMT: ,23\r\n${DELIVER}`,
      "The +CMT line says 23 octets; the PDU has 30, service centre included.",
      { problem: { code: "LENGTH_WRONG" }, pdu: DELIVER, tpduLength: 23 },
    ],
    [
      "what is no hex",
      `+CDS: 24\r\n${STATUS_REPORT.replace("F5", "?5")}`,
      "What follows the +CDS line is not whole octets in hex.",
      { problem: { code: "PDU_NOT_HEX" }, pdu: STATUS_REPORT.replace("F5", "?5") },
    ],
    [
      "half an octet",
      `+CMT: ,22\r\n${DELIVER.slice(1)}`,
      "What follows the +CMT line is not whole octets in hex.",
      { problem: { code: "PDU_NOT_HEX" }, pdu: DELIVER.slice(1) },
    ],
    [
      "no length",
      `+CMT: "Mum",\r\n${DELIVER}`,
      "The +CMT line is not as in PDU mode (3GPP TS 27.005).",
      { problem: { code: "HEADER_WRONG" }, pdu: DELIVER, tpduLength: null, alpha: "Mum" },
    ],
    [
      "an open quotation mark",
      `+CMT: "Mum,22\r\n${DELIVER}`,
      "The +CMT line is not as in PDU mode (3GPP TS 27.005).",
      { problem: { code: "HEADER_WRONG" }, pdu: DELIVER, tpduLength: null },
    ],
    [
      "too few parameters",
      `+CMGL: 1,22\r\n${DELIVER}`,
      "The +CMGL line is not as in PDU mode (3GPP TS 27.005).",
      { problem: { code: "HEADER_WRONG" }, pdu: DELIVER, tpduLength: null, index: 1 },
    ],
    [
      "an index that is no number",
      `+CMGL: x,1,,22\r\n${DELIVER}`,
      "The +CMGL line is not as in PDU mode (3GPP TS 27.005).",
      { problem: { code: "HEADER_WRONG" }, pdu: DELIVER, tpduLength: null, index: null, status: 1 },
    ],
    [
      "text mode",
      `+CMGL: 1,"REC READ","+27838890001",,"99/03/29,15:16:59+08"\r\nHello\r\n\r\nOK`,
      "The +CMGL line is not as in PDU mode (3GPP TS 27.005).",
      { problem: { code: "HEADER_WRONG" }, pdu: null, tpduLength: null, index: 1, status: null },
    ],
  ])("a frame with %s is given with its problem", (_, text, message, wanted) => {
    const frame = only(text);
    expect(frame).toMatchObject(wanted);
    expect(frame.problem?.message).toBe(message);
  });

  test("a broken frame does not cost the next one", () => {
    const frames = parseAtResponse(
      `+CMGL: 0,1,,22\r\n+CMGL: 1,1,,22\r\n${DELIVER}\r\n+CMGL: 2,1,,22\r\nOK\r\n`,
    );
    expect(frames.map(({ index, problem }) => [index, problem?.code ?? null])).toEqual([
      [0, "PDU_MISSING"],
      [1, null],
      [2, "PDU_MISSING"],
    ]);
  });

  test("frames that were written come back, whatever stands around them", () => {
    const noise = fc.constantFrom("", "OK", "ERROR", "AT+CMGL=4", "^RSSI:17", "+CREG: 1", "RING", "> ");
    const frame = fc.record({
      kind: fc.constantFrom("+CMT", "+CMGL", "+CMGR", "+CDS"),
      index: fc.nat({ max: 999 }),
      status: fc.integer({ min: 0, max: 3 }),
      alpha: fc.option(fc.string({ maxLength: 8 }).map((alpha) => alpha.replace(/["\r\n]/g, ","))),
      end: fc.constantFrom("\n", "\r\n", "\r\r\n"),
      noise: fc.array(noise, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 6 }), (given) => {
        let text = "";
        for (const { kind, index, status, alpha, end, noise: around } of given) {
          const name = alpha === null ? "" : `"${alpha}"`;
          const leading = kind === "+CMGL" ? `${index},${status},` : kind === "+CMGR" ? `${status},` : "";
          const parameters = kind === "+CDS" ? "22" : `${leading}${name},22`;
          text += `${kind}: ${parameters}${end}${DELIVER}${end}`;
          text += around.map((line) => line + end).join("");
        }
        expect(parseAtResponse(text)).toMatchObject(
          given.map(({ kind, index, status, alpha }) => ({
            command: kind,
            index: kind === "+CMGL" ? index : null,
            status: kind === "+CMGL" || kind === "+CMGR" ? status : null,
            alpha: kind === "+CDS" ? null : alpha,
            problem: null,
          })),
        );
      }),
    );
  });

  test("any text gives frames, one for each header line", () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("+CMT: ,5", "+CMGL: 1", "+CMGR:", "+CDS: 3", "00010203", "ABC", "OK", '"'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const headers = text.split(/\r*\n|\r/).filter((each) => /^\s*\+(CMT|CMGL|CMGR|CDS)\s*:/i.test(each));
        expect(parseAtResponse(text)).toHaveLength(headers.length);
      }),
    );
  });

  test("megabytes cost no stack and no patience", () => {
    expect(only(`+CMT: ,22\n${"0".repeat(2_000_000)}`).problem?.code).toBe("LENGTH_WRONG");
    expect(only(`+CMT: ${",".repeat(1_000_000)}22\n${DELIVER}`).problem?.code).toBe("HEADER_WRONG");
  });
});
