import { readFileSync } from "node:fs";
import { hexOf, octetsOf } from "./failure.mjs";
import { mutated } from "./mutations.mjs";

const vectors = (file) =>
  readFileSync(new URL(`../../vectors/${file}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/** Whole PDUs of every type, as other suites have them. */
const SEEDS = [...vectors("vectors"), ...vectors("tpdus")]
  .filter(({ hex, type }) => type !== "UD" && /^(?:[0-9a-f]{2})+$/i.test(hex))
  .map(({ hex, type, hasSmsc }) => ({
    octets: octetsOf(hex),
    smsc: hasSmsc ? "present" : "absent",
    direction: /^(?:SUBMIT|COMMAND|DELIVER_REPORT)$/.test(type) ? "to-network" : "to-mobile",
  }));

/** TP-UDL and TP-UD: elements of a header and what follows, counted in octets or in septets. */
function userData(elements, content, inSeptets = false) {
  const length = 1 + (elements.length + content.length) / 2;
  return hexOf([inSeptets ? Math.floor((length * 8) / 7) : length, elements.length / 2]) + elements + content;
}

const NUMBER = "0C91947110325476";
const TIMES = "2190117004638021901170048380";
const EMS = "0A0400052B140B0205010D0201021302010F14060102030009002001052104010203042208";

/** What those hardly have: reports and commands with everything in them, headers with every kind of element. */
const RICH_SEEDS = [
  ["to-network", `40070000${userData("0003070201240101", "C8329BFD06", true)}`],
  ["to-network", `40D30604${userData("05040B8423F0", "01020304050607")}`],
  ["to-network", `02050002FF${NUMBER}0AA1B2C3D4E5F6A7B8C9D0`],
  ["to-network", `42070001090681214365${userData("240101", "11223344556677889900AABBCC")}`],
  [
    "to-network",
    `4107${NUMBER}0000${userData("2401012501030003070201", "C8329BFD06DDDF723619C8329BFD06", true)}`,
  ],
  ["to-network", `4107${NUMBER}0004${userData(`${EMS}0C91947110325476`, "00")}`],
  ["to-network", `0907${NUMBER}00004321433500000005C8329BFD06`],
  ["to-mobile", `4107${TIMES.slice(14)}0000${userData("00037F0302", "C8329BFD06", true)}`],
  ["to-mobile", `41C007${TIMES.slice(14)}00F5${userData("05040B8423F0", "ABCDEF")}`],
  ["to-mobile", `4607${NUMBER}${TIMES}00070008${userData("0003070201", "00410042D83DDE0B")}`],
  [
    "to-mobile",
    `44${NUMBER}0004${TIMES.slice(14)}${userData("230E8001900291000401020304050607700001020503", "0702")}`,
  ],
].map(([direction, hex]) => ({ direction, octets: octetsOf(hex), smsc: "absent" }));

const TEXTS = [
  ..."@£$¥èéABCxyz 019_Δ\n^{}[~]|€\\ığşŞçãõáअआकखবাਗગതெتسڄ“”–…\u00a0я漢\u0301\u200d\ufe0f\u0000\u001b",
  "😋",
  "👨‍👩‍👧‍👦",
  "🇩🇪",
  "क्षि",
  "\ud83d",
  "\ude0b",
  "\r\n",
];

const AT_LINES = [
  "+CMT: ,24",
  '+CMT: "name, with comma",24',
  "+CMGL: 1,1,,24",
  "+CMGL: 2,3,,31",
  "+CMGR: 0,,24",
  "+CDS: 25",
  "AT+CMGL=4",
  "OK",
  "ERROR",
  "",
  "  ",
  "+CMT:",
  "+CMGR: 9,9,9,9",
  '+CMTI: "SM",3',
];

function pduInput(random) {
  const seed = random.of(random.once(6) ? RICH_SEEDS : SEEDS);
  const octets = random.once(12)
    ? random.octets(1 + random.below(random.of([8, 40, 200, 530])))
    : mutated(seed.octets, random, random.of(SEEDS).octets);
  const options = {
    direction: random.once(6) ? random.of(["to-mobile", "to-network"]) : seed.direction,
    ...(random.once(2) && { smsc: random.once(3) ? random.of(["present", "absent", "auto"]) : seed.smsc }),
    ...(random.once(8) && { tpduLength: Math.max(0, octets.length - random.below(12)) }),
    ...(random.once(4) && { outcome: random.of(["ack", "error"]) }),
    ...(random.once(16) && { century: random.of([19, 20, 21, 2000]) }),
  };
  const hex = hexOf(octets);
  return { kind: "pdu", hex: random.once(40) ? spoiled(hex, random) : hex, options };
}

/** Hex with blanks, and hex that is none. */
function spoiled(hex, random) {
  const at = random.below(hex.length);
  const piece = random.of([" ", "\n", "\t ", "G", "", "ł", "Ł", "🙂", "0", "\u0000"]);
  return hex.slice(0, at) + piece + hex.slice(at + random.below(3));
}

function partsInput(random) {
  const contents = {
    gsm7: () => hexOf(random.octets(random.below(6)).map((octet) => (octet < 90 ? 0x1b : octet & 127))),
    ucs2: () =>
      Array.from({ length: random.below(4) }, () => random.of(["0041", "D83D", "DE0B", "044F"])).join(""),
    "8bit": () => hexOf(random.octets(random.below(4))),
  };
  const alphabet = random.of(["gsm7", "gsm7", "ucs2", "8bit"]);
  const steps = Array.from({ length: 1 + random.below(24) }, () => {
    const total = 1 + random.below(4);
    const chosen = random.once(10) ? random.of(["gsm7", "ucs2", "8bit"]) : alphabet;
    return {
      letters: random.of(["a", "b"]),
      reference: random.below(3),
      total,
      sequence: 1 + random.below(total),
      bits: random.once(6) ? 16 : 8,
      alphabet: chosen,
      content: contents[chosen](),
      wait: random.once(8) ? random.below(40) : 0,
    };
  });
  const copied = steps.flatMap((step) =>
    random.once(6) ? [step, { ...step, wait: random.below(3) }] : [step],
  );
  return { kind: "parts", maxPending: 1 + random.below(8), timeout: 1 + random.below(60), steps: copied };
}

function textInput(random) {
  const few = Array.from({ length: 1 + random.below(5) }, () => random.of(TEXTS));
  const length = random.of([3, 20, 75, 165, 400]);
  const text = Array.from({ length: random.below(length) }, () =>
    random.once(12) ? random.of(TEXTS) : random.of(few),
  ).join("");
  const options = {
    ...(random.once(6) && { alphabets: random.of([["gsm7"], ["ucs2"], ["gsm7", "ucs2"]]) }),
    ...(random.once(2) && {
      nationalLanguages: random.of(["detect", "none", [1], [2, 3], [1 + random.below(13)]]),
    }),
    ...(random.once(3) && { concatenation: random.of([8, 16]), reference: random.octet() }),
    ...(random.once(3) && { smartReplacement: true }),
  };
  return { kind: "text", text, options };
}

function septetsInput(random) {
  const septets = [...random.octets(random.below(40))].map((octet) => (octet > 230 ? 0x1b : octet & 127));
  return {
    kind: "septets",
    septets,
    fill: random.below(7),
    locking: random.below(15),
    single: random.below(15),
  };
}

function atInput(random) {
  const lines = Array.from({ length: 1 + random.below(8) }, () =>
    random.once(3)
      ? hexOf(mutated(random.of(SEEDS).octets, random, random.of(RICH_SEEDS).octets))
      : random.of(AT_LINES),
  );
  const text = lines.join(random.of(["\r\n", "\n", "\r", "\r\r\n"]));
  return { kind: "at", text: random.once(2) ? text : spoiled(text, random) };
}

function rpduInput(random) {
  const tpdu = random.of(SEEDS).octets;
  const rpdu = Uint8Array.of(
    random.of([0, 1, 2, 3, 4, 5, 6, 7, random.octet()]),
    random.octet(),
    ...random.of([[], [0], [0, 7, 0x91, 0x44, 0x77, 0x01, 0x02, 0x03, 0xf4], [1, 27, 0x41], [0x41]]),
    ...random.of([[], [0], [tpdu.length]]),
    ...tpdu,
  );
  return { kind: "rpdu", hex: hexOf(random.once(3) ? rpdu : mutated(rpdu, random, tpdu)) };
}

const KINDS = [
  [pduInput, 20],
  [partsInput, 3],
  [textInput, 2],
  [septetsInput, 1],
  [atInput, 1],
  [rpduInput, 2],
].flatMap(([make, share]) => Array(share).fill(make));

/** The next input, of whatever kind. */
export function inputFrom(random) {
  return random.of(KINDS)(random);
}
