// Writes the generated tables under src/data. `--check` writes nothing and exits 1 where a table is out of date.
//
//   code-pages      the upper halves of single-octet code pages, from iconv-lite
//   confusables     Unicode TR39 confusables.txt 13.0.0 as unhomoglyph 1.0.6 carries it, letters and digits only
//   readings        one Latin reading per letter, from any-ascii 0.3.3 (ISC), Han apart from all other scripts
//   utc-offsets     every UTC offset in use in a country from 2015 to 2030, from the engine's time zone data
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import anyAscii from "any-ascii";
import iconv from "iconv-lite";

const require = createRequire(import.meta.url);
const DATA = new URL("../src/data/", import.meta.url);
const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

const SINGLE_OCTET_PAGES = [
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-1",
  "iso-8859-2",
  "iso-8859-3",
  "iso-8859-4",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-9",
  "iso-8859-10",
  "iso-8859-13",
  "iso-8859-14",
  "iso-8859-15",
  "iso-8859-16",
  "koi8-r",
  "koi8-u",
  "cp437",
  "cp737",
  "cp850",
  "cp852",
  "cp855",
  "cp857",
  "cp862",
  "cp864",
  "cp866",
  "macintosh",
  "maccyrillic",
];

function codePages() {
  const pages = {};
  for (const name of SINGLE_OCTET_PAGES) {
    let upper = "";
    for (let octet = 0x80; octet < 0x100; octet++) {
      const character = iconv.decode(Uint8Array.of(octet), name);
      // Undefined octets of the Windows pages are read as C1 controls by nearly all software.
      upper += character === "\uFFFD" && name.startsWith("windows-") ? String.fromCharCode(octet) : character;
    }
    if (upper.length !== 128) throw new Error(`${name}: ${upper.length} characters`);
    pages[name] = upper;
  }
  return { source: `iconv-lite ${versionOf("iconv-lite")}`, pages };
}

function confusables() {
  const table = require("unhomoglyph/data.json");
  const rows = Object.entries(table).filter(
    ([from, to]) => /^[\p{L}\p{N}]$/u.test(from) && /^[\p{L}\p{N}]{1,2}$/u.test(to.normalize("NFC")),
  );
  rows.sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));
  return {
    source: `Unicode TR39 confusables.txt 13.0.0, from unhomoglyph ${versionOf("unhomoglyph")}`,
    letters: rows.map(([from]) => from).join(""),
    prototypes: rows.map(([, to]) => to).join(" "),
  };
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

function hanReadings() {
  const syllables = [];
  let indices = "";
  for (let codePoint = FIRST_HAN; codePoint <= LAST_HAN; codePoint++) {
    const reading = anyAscii(String.fromCodePoint(codePoint))
      .toLowerCase()
      .replace(/[^a-z]/g, "");
    let index = syllables.indexOf(reading);
    if (index < 0) index = syllables.push(reading) - 1;
    indices += index.toString(36).padStart(2, "0");
  }
  return {
    source: `any-ascii ${versionOf("any-ascii")} (ISC)`,
    first: FIRST_HAN,
    syllables: syllables.join(" "),
    indices,
  };
}

const LETTER_RANGES = [
  [0x370, 0x58f],
  [0x5d0, 0x6ff],
  [0x750, 0x77f],
  [0x780, 0x7bf],
  [0x900, 0xdff],
  [0xe00, 0xeff],
  [0x1000, 0x109f],
  [0x10a0, 0x10ff],
  [0x1200, 0x137f],
  [0x13a0, 0x13ff],
  [0x1780, 0x17ff],
  [0x1820, 0x18aa],
  [0x3041, 0x30ff],
  [0x3105, 0x312f],
];

function letterReadings() {
  const letters = {};
  for (const [from, to] of LETTER_RANGES)
    for (let codePoint = from; codePoint <= to; codePoint++) {
      const letter = String.fromCodePoint(codePoint);
      if (!/[\p{L}\p{M}]/u.test(letter)) continue;
      letters[letter] = anyAscii(letter)
        .toLowerCase()
        .replace(/[^a-z']/g, "");
    }
  return { source: `any-ascii ${versionOf("any-ascii")} (ISC)`, letters };
}

function offsetsOf(zone) {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" });
  const offsets = new Set();
  for (let month = 0; month < 16 * 12; month++) {
    const name = format
      .formatToParts(Date.UTC(2015, month, 15))
      .find(({ type }) => type === "timeZoneName")?.value;
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    offsets.add(sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0);
  }
  return offsets;
}

function utcOffsets() {
  const countries = {};
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const first of letters)
    for (const second of letters) {
      const locale = new Intl.Locale(`und-${first}${second}`);
      const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
      const offsets = new Set(zones.flatMap((zone) => [...offsetsOf(zone)]));
      if (offsets.size > 0) countries[first + second] = [...offsets].sort((a, b) => a - b);
    }
  return { source: "IANA time zone data", years: [2015, 2030], minutesEast: countries };
}

const TABLES = {
  "code-pages.generated.json": codePages,
  "confusables.generated.json": confusables,
  "han-readings.generated.json": hanReadings,
  "letter-readings.generated.json": letterReadings,
  "utc-offsets.generated.json": utcOffsets,
};
/** The zone data moves with the engine: what it says is compared by whoever regenerates, not by the test. */
const OF_THE_ENGINE = new Set(["utc-offsets.generated.json"]);

const check = process.argv.includes("--check");
for (const [name, make] of Object.entries(TABLES)) {
  if (check && OF_THE_ENGINE.has(name)) continue;
  const text = `${JSON.stringify({ about: `Made by scripts/generate-tables.mjs: do not edit.`, ...make() }, null, 1)}\n`;
  const file = new URL(name, DATA);
  if (!check) {
    writeFileSync(file, text);
    console.error(`${name}: ${text.length} characters`);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(`${name} is out of date: run "npm run generate" in packages/compare`);
    process.exitCode = 1;
  }
}
