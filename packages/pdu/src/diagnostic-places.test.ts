import { expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";

type Said = readonly [code: string, field: string, offset: number, length: number, message: string];

/** An ordinary SMS-DELIVER ("AAA") with one thing odd about its user data, sender or service centre: what is said of it. */
/** UCS-2 of these octets, without a header. */
const ucs2 = (data: string): string =>
  `07917283010010F5040BC87238880900F1000899309251619580${(data.length / 2).toString(16).padStart(2, "0")}${data}`;

const LITTLE_ENDIAN = [
  "UCS2_LITTLE_ENDIAN",
  "TP-UD",
  27,
  2,
  "The byte order mark FF FE says little-endian: read so.",
] as const;

const ROWS: readonly (readonly [pdu: string, text: string | null, said: readonly Said[]])[] = [
  [
    "07917283010010F5040B917238880900F100089930925161958003004100",
    "A",
    [
      [
        "UCS2_ODD_LENGTH",
        "TP-UD",
        29,
        1,
        "UCS-2 text has an odd number of octets: the last one is left out.",
      ],
    ],
  ],
  [
    "07917283010010F5040B917238880900F1000899309251619580040041D83D",
    "A\ud83d",
    [["LONE_SURROGATE", "TP-UD", 29, 2, "Half of a surrogate pair stands alone."]],
  ],
  [
    "07917283010010F5040B917238880900F1000899309251619580060041DE000042",
    "A\ude00B",
    [["LONE_SURROGATE", "TP-UD", 29, 2, "Half of a surrogate pair stands alone."]],
  ],
  [
    "07917283010010F5040B917238880900F100089930925161958006FFFE41004200",
    "AB",
    [["UCS2_LITTLE_ENDIAN", "TP-UD", 27, 2, "The byte order mark FF FE says little-endian: read so."]],
  ],
  ["07917283010010F5040B917238880900F100089930925161958002FF41", "ａ", []],
  ["07917283010010F5040B917238880900F10008993092516195800200FE", "þ", []],
  [
    "07917283010010F5040B917238880900F1002099309251619580020102",
    null,
    [["COMPRESSED_DATA", "TP-UD", 27, 2, "The user data is compressed (3GPP TS 23.042): kept as octets."]],
  ],
  [
    "07917283010010F5040B917238880900F100849930925161958002B0A1",
    null,
    [
      [
        "RESERVED_DATA_CODING",
        "TP-DCS",
        18,
        1,
        "TP-DCS 132 is reserved; Korean networks use it for KS C 5601.",
      ],
      ["CHARSET_NEEDED", "TP-UD", 27, 2, "KS C 5601 text needs a charset decoder: kept as octets."],
    ],
  ],
  [
    "07917283010010F5040B917238880900F10000993092516195800AC16010",
    "AAA",
    [["USER_DATA_CUT", "TP-UD", 30, 0, "TP-UDL says 10 septets (9 octets), but 3 octets are there."]],
  ],
  [
    "07917283010010F5440B917238880900F100009930925161958000",
    null,
    [
      [
        "HEADER_TOO_LONG",
        "TP-UDH",
        27,
        0,
        "A header is announced, but there is no user data: the header is ignored.",
      ],
    ],
  ],
  [
    "07917283010010F5440B917238880900F100049930925161958003090102",
    null,
    [
      [
        "HEADER_TOO_LONG",
        "TP-UDH",
        27,
        1,
        "TP-UDHL says 9 octets, but 2 octets are there: the header is ignored.",
      ],
    ],
  ],
  [
    "07917283010010F5041591112233445566778899011200009930925161958003C16010",
    "AAA",
    [
      ["ADDRESS_TOO_LONG", "TP-OA", 9, 1, "TP-OA says 21 digits; the most is 20."],
      ["FILLER_NOT_SET", "TP-OA", 21, 1, "TP-OA has an odd number of digits and no filler behind them."],
    ],
  ],
  [
    "07917283010010F5040B117238880900F100009930925161958003C16010",
    "AAA",
    [["ADDRESS_EXTENSION_MISSING", "TP-OA", 10, 1, "Bit 8 of TP-OA type is 0; it is always 1."]],
  ],
  [
    "07917283010010F5040BF17238880900F100009930925161958003C16010",
    "AAA",
    [["RESERVED_ADDRESS_TYPE", "TP-OA", 10, 1, "TP-OA type holds a reserved value."]],
  ],
  [
    "07917283010010F5040B9172F8880900F100009930925161958003C16010",
    "AAA",
    [["ADDRESS_DIGIT_MISSING", "TP-OA", 11, 6, "TP-OA has filler where a digit should be."]],
  ],
  [
    "07917283010010F5040B9172388809001100009930925161958003C16010",
    "AAA",
    [["FILLER_NOT_SET", "TP-OA", 16, 1, "TP-OA has an odd number of digits and no filler behind them."]],
  ],
  [
    "07917283010010F50405D041E19000009930925161958003C16010",
    "AAA",
    [["PADDING_NOT_ZERO", "TP-OA", 13, 1, "The bits behind the letters of TP-OA are not 0."]],
  ],
  ["07917283010010F5040ED0C834A85D9E870000009930925161958003C16010", "AAA", []],
  [
    "0C91112233445566778899AABB040B917238880900F100009930925161958003C16010",
    "AAA",
    [["ADDRESS_TOO_LONG", "SMSC", 0, 1, "SMSC says 12 octets; the most is 11."]],
  ],
  [
    "07917283F10010F5040B917238880900F100009930925161958003C16010",
    "AAA",
    [["ADDRESS_DIGIT_MISSING", "SMSC", 2, 6, "SMSC has filler where a digit should be."]],
  ],
  ["0191040B917238880900F100009930925161958003C16010", "AAA", []],
  [ucs2("FFFE4100"), "A", [LITTLE_ENDIAN]],
  [ucs2("FFFE"), "", [LITTLE_ENDIAN]],
  [ucs2("FF004100"), "\uff00\u4100", []],
  [ucs2("00FE4100"), "\u00fe\u4100", []],
  [ucs2("FEFF0041"), "\ufeffA", []],
  [
    "07917283010010F5440BC87238880900F10000993092516195800805000307010136",
    "",
    [["LONE_ESCAPE", "TP-UD", 33, 1, "The last septet is an escape with nothing behind it."]],
  ],
];

it.each(ROWS)("of %s it is said, word for word, what is odd and where", (pdu, text, said) => {
  const value = decodeDeliver(pdu, { smsc: "present" });
  expect(value.text).toBe(text);
  expect(
    value.diagnostics.map(({ code, field, offset, length, message }) => [
      code,
      field,
      offset,
      length,
      message,
    ]),
  ).toEqual(said);
});
