// A seeded corpus of SMS-DELIVER PDUs as networks send them: 60 % GSM 7-bit of 20 to 160 characters, 20 % UCS-2,
// 15 % concatenated, 5 % with extension characters; all with a service centre.
import { gsm7 } from "@smsproof/pdu";

/** A small seeded generator of numbers from 0 to below 1 (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;!?-/éèàäöüñ£@";
const WIDE = "абвгдежзийклмнопрстуфхцчшщ 你的验证码是请勿泄露 رمز التحقق 0123456789";
const EXTENSION = "€[]{}|~^\\";
const SENDERS = ["CloudSMS", "Verify", "ACME", "InfoSMS", "NordPay", "KiwiPost"];

const hex = (octets) =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
const octet = (value) => value.toString(16).padStart(2, "0").toUpperCase();
const swap = (digits) => (digits.length % 2 ? `${digits}F` : digits).replace(/(.)(.)/g, "$2$1");

export function corpus(count, seed = 1) {
  const next = random(seed);
  const pick = (from) => from[Math.floor(next() * from.length)];
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const text = (letters, length) => Array.from({ length }, () => pick(letters)).join("");
  const digits = (length) => Array.from({ length }, () => between(0, 9)).join("");
  const two = (low, high) => swap(String(between(low, high)).padStart(2, "0"));

  const originator = () => {
    if (next() < 0.5) {
      const number = `49${digits(between(9, 11))}`;
      return `${octet(number.length)}91${swap(number)}`;
    }
    const septets = gsm7.encode(pick(SENDERS));
    return `${octet(Math.ceil((septets.length * 7) / 4))}D0${hex(gsm7.pack(septets))}`;
  };
  const pdu = (firstOctet, coding, length, data) =>
    `0791${swap(pick(["49172012345", "33846416013", "27381000015", "44778601234"]))}${octet(firstOctet)}${originator()}00${octet(coding)}${two(18, 26)}${two(1, 12)}${two(1, 28)}${two(0, 23)}${two(0, 59)}${two(0, 59)}${pick(["40", "80", "00", "0A"])}${octet(length)}${hex(data)}`;

  const plain = () => {
    const septets = gsm7.encode(text(LETTERS, between(20, 160)));
    return pdu(0x04, 0, septets.length, gsm7.pack(septets));
  };
  const ucs2 = () => {
    const data = [...text(WIDE, between(10, 70))].flatMap((c) => [
      c.charCodeAt(0) >> 8,
      c.charCodeAt(0) & 255,
    ]);
    return pdu(0x04, 8, data.length, data);
  };
  const part = () => {
    const header = [5, 0, 3, between(0, 255), 3, between(1, 3)];
    const septets = gsm7.encode(text(LETTERS, 153));
    return pdu(0x44, 0, septets.length + 7, [...header, ...gsm7.pack(septets, 1)]);
  };
  const extended = () => {
    const septets = gsm7.encode(
      text(LETTERS, between(20, 100)) + text(EXTENSION, between(1, 10)) + text(LETTERS, 20),
    );
    return pdu(0x04, 0, septets.length, gsm7.pack(septets));
  };
  return Array.from({ length: count }, () => {
    const share = next();
    return share < 0.6 ? plain() : share < 0.8 ? ucs2() : share < 0.95 ? part() : extended();
  });
}
