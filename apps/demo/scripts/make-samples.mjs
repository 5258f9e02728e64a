// Makes src/decode/samples.generated.ts: the PDUs behind the example chips, from their texts. Written for these
// examples only and independent of @smsproof/pdu, so that the tests hold one against the other. --print writes to
// stdout instead.
import { writeFileSync } from "node:fs";

/** Characters of the GSM default alphabet that are not where ASCII has them (3GPP TS 23.038, 6.2.1). */
const GSM = new Map([..."@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ"].map((character, code) => [character, code]));
for (const [character, code] of Object.entries({
  Ä: 0x5b,
  Ö: 0x5c,
  Ñ: 0x5d,
  Ü: 0x5e,
  "§": 0x5f,
  ä: 0x7b,
  ö: 0x7c,
  ñ: 0x7d,
  ü: 0x7e,
  à: 0x7f,
}))
  GSM.set(character, code);
/** Turkish single shift table (3GPP TS 23.038, A.2.1). */
const TURKISH = new Map(
  Object.entries({ Ğ: 0x47, İ: 0x49, Ş: 0x53, ç: 0x63, "€": 0x65, ğ: 0x67, ı: 0x69, ş: 0x73 }),
);

function septetsOf(text, shift = new Map()) {
  return [...text].flatMap((character) => {
    if (shift.has(character)) return [0x1b, shift.get(character)];
    const code = GSM.get(character) ?? character.codePointAt(0);
    const unlikeAscii =
      !GSM.has(character) &&
      (code > 0x7a ||
        code === 0x24 ||
        code === 0x40 ||
        code === 0x5f ||
        code === 0x60 ||
        (code >= 0x5b && code <= 0x5e));
    if (code > 0x7f || unlikeAscii) throw new Error(`${character} is not in the alphabet`);
    return [code];
  });
}

/** Packs septets behind `headerOctets` octets of header, the first on a septet border. */
function pack(septets, headerOctets = 0) {
  const fill = (7 - ((headerOctets * 8) % 7)) % 7;
  const octets = new Array(Math.ceil((fill + septets.length * 7) / 8)).fill(0);
  for (const [index, septet] of septets.entries())
    for (let bit = 0; bit < 7; bit += 1)
      if (septet & (1 << bit)) {
        const at = fill + index * 7 + bit;
        octets[at >> 3] |= 1 << (at & 7);
      }
  return octets;
}

const swap = (digits) =>
  [...`${digits}${digits.length % 2 ? "F" : ""}`.matchAll(/../g)].map(([pair]) =>
    Number.parseInt(pair[1] + pair[0], 16),
  );

const smscOf = (number) => {
  const digits = swap(number);
  return [digits.length + 1, 0x91, ...digits];
};

function originatorOf(sender) {
  if (sender.startsWith("+")) return [sender.length - 1, 0x91, ...swap(sender.slice(1))];
  const packed = pack(septetsOf(sender));
  return [Math.ceil((sender.length * 7) / 4), 0xd0, ...packed];
}

/** `261104 093012 +03:00` as seven swapped octets. */
function timestampOf(when, quarters) {
  const zone = String(Math.abs(quarters)).padStart(2, "0");
  const octets = swap(when + zone);
  if (quarters < 0) octets[6] |= 0x08;
  return octets;
}

function deliver({ smsc, sender, dcs, when, quarters, header = [], userData, userDataLength }) {
  const udh = header.length > 0 ? [header.length, ...header] : [];
  const octets = [
    ...smscOf(smsc),
    header.length > 0 ? 0x44 : 0x04,
    ...originatorOf(sender),
    0x00,
    dcs,
    ...timestampOf(when, quarters),
    userDataLength,
    ...udh,
    ...userData,
  ];
  return Buffer.from(octets).toString("hex").toUpperCase();
}

function gsm7(message, text, header = [], shift = undefined) {
  const septets = septetsOf(text, shift);
  const headerOctets = header.length > 0 ? header.length + 1 : 0;
  const userDataLength = Math.ceil((headerOctets * 8) / 7) + septets.length;
  return deliver({ ...message, dcs: 0x00, header, userData: pack(septets, headerOctets), userDataLength });
}

function ucs2Parts(message, reference, units) {
  return units.map((part, index) => {
    const octets = Array.from({ length: part.length }, (_, at) => part.charCodeAt(at)).flatMap((unit) => [
      unit >> 8,
      unit & 0xff,
    ]);
    const header = [0x00, 0x03, reference, units.length, index + 1];
    return deliver({
      ...message,
      dcs: 0x08,
      header,
      userData: octets,
      userDataLength: octets.length + header.length + 1,
    });
  });
}

/** Cuts after `size` UTF-16 code units, wherever that falls. */
const cut = (text, size) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );

const arabicText =
  "عزيزي العميل، رمز التحقق الخاص بك هو 482913. لا تشارك هذا الرمز مع أي شخص، فموظفونا لن يطلبوه منك أبدًا. ينتهي خلال عشر دقائق.";
const arabic = ucs2Parts(
  { smsc: "966505555555", sender: "STC Pay", when: "261104093012", quarters: 12 },
  0x5a,
  cut(arabicText, 67),
);

// The last unit of part 1 is the first half of the rocket, the first unit of part 2 its second half.
const emojiText = `Your parcel has left our depot in Liège and is on its way to you 🚀 It arrives tomorrow 👍`;
if (emojiText.indexOf("🚀") !== 65) throw new Error("The rocket has moved");
const emoji = ucs2Parts(
  { smsc: "32495002530", sender: "+32470123456", when: "261104174501", quarters: 4 },
  0xc3,
  [emojiText.slice(0, 66), emojiText.slice(66)],
);

const turkishText = "Şifreniz 482913. Doğrulama kodunu kimseyle paylaşmayın, İyi günler.";
const turkish = [
  gsm7(
    { smsc: "905329010000", sender: "Bankam", when: "261104120708", quarters: 12 },
    turkishText,
    [0x24, 0x01, 0x01],
    TURKISH,
  ),
];

const missingTexts = [
  "Dear customer, this notice comes in three parts. The first part says that your line will be moved to our new network on the night of the 9th. ",
  "The second part says when.",
  "The third part tells you to switch your handset off and on again the next morning. Thank you for your patience.",
];
const missing = missingTexts.map((text, index) =>
  gsm7({ smsc: "447785016005", sender: "CloudSMS", when: `2611040801${20 + index}`, quarters: 0 }, text, [
    0x00,
    0x03,
    0x77,
    3,
    index + 1,
  ]),
);

const document1 = "07917283010010F5040BC87238880900F100009930925161958003C16010";
const document2 = "07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764";
const broken = gsm7(
  { smsc: "491710760000", sender: "+4915203161506", when: "261104101500", quarters: 4 },
  "This message was cut on its way into the log.",
).slice(0, -26);

const vendorText = "kTqwZrWmXd is your code";
const vendorResult = {
  id: 48291301,
  testIdText: "kTqwZrWmXd",
  senderDelivered: "Verify",
  textDelivered: vendorText,
  testStatus: "POSITIVE",
  pdusDelivered: [
    gsm7({ smsc: "32495002530", sender: "Verify", when: "261104125407", quarters: 4 }, vendorText),
  ],
};

const samples = [
  { name: "TestSMS document", what: "The PDU printed in the TestSMS document", input: document1 },
  {
    name: "TelQ document",
    what: "The PDU printed in the TelQ document: a reserved coding and an impossible minute",
    input: document2,
  },
  {
    name: "Arabic in two parts",
    what: "A concatenated message, written from right to left",
    input: arabic.join("\n"),
  },
  {
    name: "Emoji split across parts",
    what: "The halves of a surrogate pair in two parts",
    input: emoji.join("\n"),
  },
  {
    name: "Turkish shift table",
    what: "GSM 7-bit with the Turkish single shift table",
    input: turkish.join("\n"),
  },
  {
    name: "A part missing",
    what: "Parts 3 and 1 of a message of three",
    input: [missing[2], missing[0]].join("\n"),
  },
  {
    name: "Cut",
    what: "A PDU whose user data ends too early, and one cut before its user data",
    input: [broken, document2.slice(0, 42)].join("\n"),
  },
  {
    name: "Vendor's JSON",
    what: "A test result as a vendor returns it",
    input: JSON.stringify(vendorResult, null, 2),
  },
];

const source = `// Made by scripts/make-samples.mjs. Do not edit.

/** An example that can be put into the field with one click. */
export interface Sample {
  readonly name: string;
  readonly what: string;
  readonly input: string;
}

export const SAMPLES: readonly Sample[] = ${JSON.stringify(samples, null, 2)};
`;
if (process.argv.includes("--print")) process.stdout.write(source);
else writeFileSync(new URL("../src/decode/samples.generated.ts", import.meta.url), source);
