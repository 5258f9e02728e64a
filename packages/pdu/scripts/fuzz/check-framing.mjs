import { hexOf, keep, octetsOf, outcomeOf } from "./failure.mjs";

const HEADER_LINE = /^\s*\+(CMT|CDS|CMGR|CMGL)\s*:/i;

/**
 * What a modem sent, however broken: every header line is a frame, and what passes for a PDU has its length.
 *
 * @param {object} api what the package exports
 * @param {{ text: string }} input
 */
export function checkAtResponse(api, { text }) {
  const { value: frames } = outcomeOf(api.isPduError, "parseAtResponse", () => api.parseAtResponse(text));
  keep(frames !== null, "parseAtResponse never throws", "it threw a PduError");
  const headers = text.split(/\r\n|\r|\n/).filter((line) => HEADER_LINE.test(line)).length;
  keep(
    frames.length === headers,
    "every header line is a frame",
    () => `${frames.length} frames of ${headers} header lines`,
  );
  for (const frame of frames) {
    keep(Number.isInteger(frame.line) && frame.line >= 1, "frames have a line", () => String(frame.line));
    if (frame.problem !== null) {
      keep(/^[A-Z].*\.$/s.test(frame.problem.message), "problems are sentences", frame.problem.message);
      continue;
    }
    const split = outcomeOf(api.isPduError, "splitPdu", () => api.splitPdu(frame.pdu, frame.tpduLength));
    keep(
      split.error?.code !== "TPDU_LENGTH_WRONG" && split.error?.code !== "NOT_HEX",
      "a frame without a problem has its length",
      () => `${frame.tpduLength}: ${split.error.message}`,
    );
    outcomeOf(api.isPduError, "decode of a frame", () => api.decode(frame.pdu, frame));
  }
}

/**
 * An RPDU, however broken: its TPDU is a stretch of it.
 *
 * @param {object} api what the package exports
 * @param {{ hex: string }} input
 */
export function checkRpdu(api, { hex }) {
  const { value } = outcomeOf(api.isPduError, "unwrapRpData", () => api.unwrapRpData(hex));
  const octets = outcomeOf(api.isPduError, "unwrapRpData of octets", () => api.unwrapRpData(octetsOf(hex)));
  keep((value === null) === (octets.value === null), "every path gives the same", "octets differ from hex");
  if (value === null || value.tpdu == null) return;
  const tpdu = hexOf(value.tpdu);
  keep(hex.toUpperCase().includes(tpdu), "the TPDU is a stretch of the RPDU", tpdu);
  outcomeOf(api.isPduError, "decode of a TPDU", () => api.decode(value.tpdu, { ...value, smsc: "absent" }));
}
