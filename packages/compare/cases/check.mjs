// Validates the labelled cases: `node cases/check.mjs [FILE ...]`, by default all of our own together.
// Exit status 0 when every line keeps the rules of labelling.md that a script can test, 1 on the first kind of fault.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const here = (name) => new URL(name, import.meta.url);
const codes = JSON.parse(readFileSync(here("./codes.json"), "utf8"));
const levels = codes._levels;
const codeNames = Object.keys(codes).filter((name) => codes[name].dim !== undefined);

const keys = {
  row: ["id", "lang", "sent", "delivered", "context", "expected", "ambiguous", "note"],
  sent: ["sender", "text", "encoding", "testId"],
  delivered: ["sender", "text", "pdus", "segments"],
  context: ["country", "sentAt", "receivedAt", "receipts", "receipt", "ttlSeconds", "dlr", "vendorStatus"],
  expected: ["senderVerdict", "contentVerdict", "findings", "accept", "tags"],
};
const required = {
  row: ["id", "lang", "sent", "delivered", "context", "expected", "note"],
  sent: ["sender", "text"],
  delivered: ["sender", "text"],
  context: ["country"],
  expected: ["senderVerdict", "contentVerdict", "findings"],
};
const tags = [
  "OPT_OUT",
  "ADVERT",
  "ORIGIN_TAG",
  "SIGNATURE",
  "SENDER_IN_BODY",
  "RANDOM_TAIL",
  "COUNTRY_RULE",
];
const emptyCode = { sender: "SENDER_EMPTY", content: "CONTENT_EMPTY" };
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

/** Keys that are missing or not known in one object of a row. */
function keyFaults(name, object) {
  if (object === null || typeof object !== "object" || Array.isArray(object)) return [`${name} is no object`];
  const unknown = Object.keys(object).filter((key) => !keys[name].includes(key));
  const missing = required[name].filter((key) => !(key in object));
  return [
    ...unknown.map((key) => `${name}.${key} is not known`),
    ...missing.map((key) => `${name}.${key} is missing`),
  ];
}

/** Rule 2: the verdict of a dimension is the highest level among its findings. */
function highestLevel(dimension, findings) {
  const ranks = findings
    .filter((code) => codes[code].dim === dimension)
    .map((code) => levels.indexOf(codes[code].level));
  return ranks.length === 0 ? "SAME" : levels[Math.max(...ranks)];
}

/** Rules 1, 2, 16, 17 and 19 for one dimension of one row. */
function verdictFaults(row, dimension) {
  const { findings } = row.expected;
  const verdict = row.expected[`${dimension}Verdict`];
  const field = dimension === "sender" ? "sender" : "text";
  const [sent, delivered] = [row.sent[field], row.delivered[field]];
  const own = findings.filter((code) => codes[code].dim === dimension);
  const pdusSpeak = row.delivered.pdus !== undefined && !findings.includes("EVIDENCE_PDU_INCOMPLETE");
  const faults = [];
  if (delivered === null && !pdusSpeak) {
    if (verdict !== "UNKNOWN")
      faults.push(`${dimension} was not reported, so its verdict is UNKNOWN, not ${verdict}`);
    if (own.length > 0) faults.push(`${dimension} was not reported, yet has ${own}`);
    return faults;
  }
  const highest = highestLevel(dimension, findings);
  if (verdict !== highest) faults.push(`${dimension}Verdict is ${verdict}, its findings say ${highest}`);
  const vendorTextCompared = delivered !== null && !findings.includes("EVIDENCE_VENDOR_PDU_MISMATCH");
  if (vendorTextCompared && (verdict === "SAME") !== (sent === delivered)) {
    faults.push(
      `${dimension}Verdict is ${verdict}, but the strings are ${sent === delivered ? "" : "not "}identical`,
    );
  }
  if (vendorTextCompared && findings.includes(emptyCode[dimension]) !== (delivered === "" && sent !== "")) {
    faults.push(`${emptyCode[dimension]} stands for an empty ${field}, no more and no less`);
  }
  return faults;
}

/** Findings, accepted codes and tags. */
function codeFaults({ findings, accept = [], tags: rowTags = [] }) {
  const all = [...findings, ...accept];
  return [
    ...all.filter((code) => !codeNames.includes(code)).map((code) => `${code} is not in codes.json`),
    ...all.filter((code, place) => all.indexOf(code) !== place).map((code) => `${code} is named twice`),
    ...rowTags.filter((tag) => !tags.includes(tag)).map((tag) => `tag ${tag} is not known`),
  ];
}

/** Notation of the parts that no verdict depends on. */
function notationFaults({ id, lang, sent, delivered, context, ambiguous, note }) {
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);
  const isText = (value) => typeof value === "string";
  expect(/^[a-z]\d{3,}$/.test(id), "id is a letter and digits");
  expect(/^[a-z]{2,3}$/.test(lang), "lang is an ISO 639 code");
  expect(/^[A-Z]{2}$/.test(context.country), "country is an ISO 3166 code");
  expect(isText(note) && note.length > 0, "note is empty");
  expect(ambiguous === undefined || ambiguous === true, "ambiguous is true or left out");
  expect(isText(sent.sender) && isText(sent.text), "sent sender and text are strings");
  expect(
    [delivered.sender, delivered.text].every((value) => value === null || isText(value)),
    "delivered: string or null",
  );
  expect(
    sent.testId === undefined || (sent.testId !== "" && sent.text.includes(sent.testId)),
    "testId is not in sent.text",
  );
  expect([undefined, "GSM7", "UCS2"].includes(sent.encoding), "encoding is GSM7 or UCS2");
  for (const pdu of delivered.pdus ?? [])
    expect(isText(pdu) && /^(?:[0-9A-F]{2})+$/.test(pdu), "a PDU is upper-case hex");
  for (const part of delivered.segments ?? [])
    expect(delivered.text.includes(part), "a segment is not in the delivered text");
  for (const time of [context.sentAt, context.receivedAt, ...(context.receipts ?? [])]) {
    expect(
      time === undefined || (instant.test(time) && !Number.isNaN(Date.parse(time))),
      `${time} is no instant`,
    );
  }
  return faults;
}

function rowFaults(row) {
  const nested = ["sent", "delivered", "context", "expected"];
  const shape = [...keyFaults("row", row), ...nested.flatMap((name) => keyFaults(name, row[name] ?? null))];
  if (shape.length > 0) return shape;
  const coded = codeFaults(row.expected);
  if (coded.length > 0) return coded;
  return [...verdictFaults(row, "sender"), ...verdictFaults(row, "content"), ...notationFaults(row)];
}

const named = process.argv.slice(2);
const files =
  named.length > 0 ? named : ["own", "held-out", "blind", "later"].map((name) => here(`./${name}.jsonl`));
const faults = [];
const placeOfId = new Map();
const placeOfInput = new Map();
let count = 0;

function once(seen, key, place, what) {
  if (seen.has(key)) faults.push(`${place}: same ${what} as ${seen.get(key)}`);
  else seen.set(key, place);
}

for (const file of files) {
  const name = basename(String(file));
  const lines = readFileSync(file, "utf8").split("\n");
  if (lines.pop() !== "") faults.push(`${name}: the last line has no line feed`);
  const seenCodes = new Set();
  lines.forEach((line, index) => {
    const at = `${name}:${index + 1}`;
    let row;
    try {
      row = JSON.parse(line);
    } catch (error) {
      faults.push(`${at}: ${error.message}`);
      return;
    }
    count += 1;
    const place = `${at} ${row?.id}`;
    const found = rowFaults(row);
    for (const fault of found) faults.push(`${place}: ${fault}`);
    if (found.length > 0) return;
    once(placeOfId, row.id, place, "id");
    once(placeOfInput, JSON.stringify([row.sent, row.delivered, row.context]), place, "input");
    for (const code of row.expected.findings) seenCodes.add(code);
  });
  if (named.length === 0) {
    for (const code of codeNames) if (!seenCodes.has(code)) faults.push(`${name}: no case of ${code}`);
  }
}

for (const fault of faults) console.error(fault);
console.log(
  `${count} cases in ${files.length} file${files.length === 1 ? "" : "s"}, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
