// The largest inputs a comparison has to answer: 20 concatenated parts against 20 unrelated ones, in several scripts.

const PARTS = 20;
const GSM_PART = 153;
const UCS2_PART = 67;

/** The same words every time: a linear congruential generator. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function text(seed, letters, length, blanks = true) {
  const next = numbers(seed);
  const random = () => next.next().value;
  let words = "";
  while (words.length < length) {
    for (let left = 2 + Math.floor(random() * 8); left > 0; left--)
      words += letters[Math.floor(random() * letters.length)];
    if (blanks) words += " ";
  }
  return words.slice(0, length);
}

const LATIN = [..."etaoinshrdlucmfwypvbgk"];
const ACCENTED = [..."éèàùìòñüöäaeioucnrst"];
const CYRILLIC = [..."оеаинтсрвлкмдпуяыьгзбч"];
const HAN = Array.from({ length: 800 }, (_, i) => String.fromCharCode(0x4e00 + i * 7));

const gsm = (seed, letters) => text(seed, letters, PARTS * GSM_PART);
const ucs2 = (seed, letters, blanks) => text(seed, letters, PARTS * UCS2_PART, blanks);

/** Name, sent text, delivered text. */
export const WORST_INPUTS = [
  ["Latin, unrelated", gsm(1, LATIN), gsm(2, LATIN)],
  ["accented Latin, unrelated", gsm(1, ACCENTED), gsm(2, ACCENTED)],
  ["two letters, unrelated", gsm(1, [..."ab"]), gsm(2, [..."ab"])],
  ["Cyrillic, unrelated", ucs2(1, CYRILLIC, true), ucs2(2, CYRILLIC, true)],
  ["Cyrillic against Latin", ucs2(1, CYRILLIC, true), gsm(2, LATIN)],
  ["Chinese, unrelated", ucs2(1, HAN, false), ucs2(2, HAN, false)],
  ["upper case and a tail", gsm(1, LATIN), `${gsm(1, LATIN).toUpperCase()} REPLY STOP`],
];
