// Made by scripts/generate-alphabets.mjs from data/gsm-alphabets.json: do not edit.

/**
 * The tables of 3GPP TS 23.038 (6.2.1 and annex A) by national language identifier, 128 code units each, U+0000
 * where a code is undefined. Null where a language has no table of that kind. A unit from U+0100 to U+01FF stands
 * for the one at the same place of the language's own block, which begins at `block`.
 */
export const ALPHABETS: readonly {
  readonly name: string;
  readonly block: number;
  readonly locking: string | null;
  readonly single: string | null;
}[] = [
  {
    name: "GSM 7 bit default",
    block: 0x0100,
    locking: "@\xa3$\xa5\xe8\xe9\xf9\xec\xf2\xc7\n\xd8\xf8\r\xc5\xe5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\x00\xc6\xe6\xdf\xc9 !\"#\xa4%&'()*+,-./0123456789:;<=>?\xa1ABCDEFGHIJKLMNOPQRSTUVWXYZ\xc4\xd6\xd1\xdc\xa7\xbfabcdefghijklmnopqrstuvwxyz\xe4\xf6\xf1\xfc\xe0",
    single: "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00^\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00{}\x00\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Turkish",
    block: 0x0100,
    locking: "@\xa3$\xa5\u20ac\xe9\xf9\u0131\xf2\xc7\n\u011e\u011f\r\xc5\xe5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\x00\u015e\u015f\xdf\xc9 !\"#\xa4%&'()*+,-./0123456789:;<=>?\u0130ABCDEFGHIJKLMNOPQRSTUVWXYZ\xc4\xd6\xd1\xdc\xa7\xe7abcdefghijklmnopqrstuvwxyz\xe4\xf6\xf1\xfc\xe0",
    single: "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00^\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00{}\x00\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|\x00\x00\x00\x00\x00\x00\u011e\x00\u0130\x00\x00\x00\x00\x00\x00\x00\x00\x00\u015e\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xe7\x00\u20ac\x00\u011f\x00\u0131\x00\x00\x00\x00\x00\x00\x00\x00\x00\u015f\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Spanish",
    block: 0x0100,
    locking: null,
    single: "\x00\x00\x00\x00\x00\x00\x00\x00\x00\xe7\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00^\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00{}\x00\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|\xc1\x00\x00\x00\x00\x00\x00\x00\xcd\x00\x00\x00\x00\x00\xd3\x00\x00\x00\x00\x00\xda\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xe1\x00\x00\x00\u20ac\x00\x00\x00\xed\x00\x00\x00\x00\x00\xf3\x00\x00\x00\x00\x00\xfa\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Portuguese",
    block: 0x0100,
    locking: "@\xa3$\xa5\xea\xe9\xfa\xed\xf3\xe7\n\xd4\xf4\r\xc1\xe1\u0394_\xaa\xc7\xc0\u221e^\\\u20ac\xd3|\x00\xc2\xe2\xca\xc9 !\"#\xba%&'()*+,-./0123456789:;<=>?\xcdABCDEFGHIJKLMNOPQRSTUVWXYZ\xc3\xd5\xda\xdc\xa7~abcdefghijklmnopqrstuvwxyz\xe3\xf5`\xfc\xe0",
    single: "\x00\x00\x00\x00\x00\xea\x00\x00\x00\xe7\x0c\xd4\xf4\x00\xc1\xe1\x00\x00\u03a6\u0393^\u03a9\u03a0\u03a8\u03a3\u0398\x00\x00\x00\x00\x00\xca\x00\x00\x00\x00\x00\x00\x00\x00{}\x00\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|\xc0\x00\x00\x00\x00\x00\x00\x00\xcd\x00\x00\x00\x00\x00\xd3\x00\x00\x00\x00\x00\xda\x00\x00\x00\x00\x00\xc3\xd5\x00\x00\x00\x00\xc2\x00\x00\x00\u20ac\x00\x00\x00\xed\x00\x00\x00\x00\x00\xf3\x00\x00\x00\x00\x00\xfa\x00\x00\x00\x00\x00\xe3\xf5\x00\x00\xe2",
  },
  {
    name: "Bengali",
    block: 0x0980,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\x00\r\x00\u010f\u0110\x00\x00\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\x00\u0132\x00\x00\x00\u0136\u0137\u0138\u0139\u013c\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\x00\x00\u0147\u0148\x00\x00\u014b\u014c\u014d\u014eabcdefghijklmnopqrstuvwxyz\u0157\u015c\u015d\u0170\u0171",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0166\u0167\x00\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u015f\u0160\u0161\u0162{}\u0163\u0172\u0173\u0174\u0175\\\u0176\u0177\u0178\u0179\u017a\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Gujarati",
    block: 0x0a80,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\u010d\r\x00\u010f\u0110\u0111\x00\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\x00\u0132\u0133\x00\u0135\u0136\u0137\u0138\u0139\u013c\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\u0145\x00\u0147\u0148\u0149\x00\u014b\u014c\u014d\u0150abcdefghijklmnopqrstuvwxyz\u0160\u0161\u0162\u0163\u0171",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\x00\x00{}\x00\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Hindi",
    block: 0x0900,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\u010d\r\u010e\u010f\u0110\u0111\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\u0129\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\u0131\u0132\u0133\u0134\u0135\u0136\u0137\u0138\u0139\u013c\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\u0145\u0146\u0147\u0148\u0149\u014a\u014b\u014c\u014d\u0150abcdefghijklmnopqrstuvwxyz\u0172\u017b\u017c\u017e\u017f",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0164\u0165\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u0151\u0152{}\u0153\u0154\u0158\u0159\u015a\\\u015b\u015c\u015d\u015e\u015f\u0160\u0161\u0162\u0163\u0170\u0171\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Kannada",
    block: 0x0c80,
    locking: "\x00\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\x00\r\u010e\u010f\u0110\x00\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\u0131\u0132\u0133\x00\u0135\u0136\u0137\u0138\u0139\u013c\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\x00\u0146\u0147\u0148\x00\u014a\u014b\u014c\u014d\u0155abcdefghijklmnopqrstuvwxyz\u0156\u0160\u0161\u0162\u0163",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u015e\u0171{}\u0172\x00\x00\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Malayalam",
    block: 0x0d00,
    locking: "\x00\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\x00\r\u010e\u010f\u0110\x00\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\u0131\u0132\u0133\u0134\u0135\u0136\u0137\u0138\u0139\x00\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\x00\u0146\u0147\u0148\x00\u014a\u014b\u014c\u014d\u0157abcdefghijklmnopqrstuvwxyz\u0160\u0161\u0162\u0163\u0179",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u0170\u0171{}\u0172\u0173\u0174\u0175\u017a\\\u017b\u017c\u017d\u017e\u017f\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Oriya",
    block: 0x0b00,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\x00\r\x00\u010f\u0110\x00\x00\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\x00\u0132\u0133\x00\u0135\u0136\u0137\u0138\u0139\u013c\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\x00\x00\u0147\u0148\x00\x00\u014b\u014c\u014d\u0156abcdefghijklmnopqrstuvwxyz\u0157\u0160\u0161\u0162\u0163",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u015c\u015d{}\u015f\u0170\u0171\x00\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Punjabi",
    block: 0x0a00,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\x00\n\x00\x00\r\x00\u010f\u0110\x00\x00\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\x00\u0132\u0133\x00\u0135\u0136\x00\u0138\u0139\u013c\x00\u013e\u013f\u0140\u0141\u0142\x00\x00\x00\x00\u0147\u0148\x00\x00\u014b\u014c\u014d\u0151abcdefghijklmnopqrstuvwxyz\u0170\u0171\u0172\u0173\u0174",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u0159\u015a{}\u015b\u015c\u015e\u0175\x00\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Tamil",
    block: 0x0b80,
    locking: "\x00\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\x00\n\x00\x00\r\u010e\u010f\u0110\x00\u0112\u0113\u0114\u0115\x00\x00\x00\u0119\u011a\x00\x00\u011c\x00\u011e !\u011f\x00\x00\x00\u0123\u0124)(\x00\x00,\x00.\u01280123456789:;\u0129\u012a\x00?\x00\x00\u012e\u012f\u0130\u0131\u0132\u0133\u0134\u0135\u0136\u0137\u0138\u0139\x00\x00\u013e\u013f\u0140\u0141\u0142\x00\x00\x00\u0146\u0147\u0148\x00\u014a\u014b\u014c\u014d\u0150abcdefghijklmnopqrstuvwxyz\u0157\u0170\u0171\u0172\u0179",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0964\u0965\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u0173\u0174{}\u0175\u0176\u0177\u0178\u017a\\\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Telugu",
    block: 0x0c00,
    locking: "\u0101\u0102\u0103\u0105\u0106\u0107\u0108\u0109\u010a\u010b\n\u010c\x00\r\u010e\u010f\u0110\x00\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011a\x00\u011b\u011c\u011d\u011e !\u011f\u0120\u0121\u0122\u0123\u0124)(\u0125\u0126,\u0127.\u01280123456789:;\x00\u012a\u012b?\u012c\u012d\u012e\u012f\u0130\u0131\u0132\u0133\x00\u0135\u0136\u0137\u0138\u0139\x00\u013d\u013e\u013f\u0140\u0141\u0142\u0143\u0144\x00\u0146\u0147\u0148\x00\u014a\u014b\u014c\u014d\u0155abcdefghijklmnopqrstuvwxyz\u0156\u0160\u0161\u0162\u0163",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\x00\x00\x00\u0166\u0167\u0168\u0169\u016a\u016b\u016c\u016d\u016e\u016f\u0158\u0159{}\u0178\u0179\u017a\u017b\u017c\\\u017d\u017e\u017f\x00\x00\x00\x00\x00\x00\x00\x00\x00[~]\x00|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
  {
    name: "Urdu",
    block: 0x0600,
    locking: "\u0127\u0122\u0128\u017b\u0180\u017e\u01a6\u012a\u01c2\u017f\n\u0179\u017d\r\u017a\u017c\u012b\u012c\u0181\u0184\u0183\u0185\u0186\u0187\u012d\u012e\u012f\x00\u018c\u0188\u0189\u018a !\u018f\u018d\u0130\u0131\u0191\u0193)(\u0199\u0132,\u0196.\u01980123456789:;\u019a\u0133\u0134?\u0135\u0136\u0137\u0138\u0139\u0141\u0142\u01a9\u01aa\u01ab\u01af\u01b3\u01b1\u0144\u0145\u0146\u01ba\u01bb\u01bc\u0148\u01c4\u01d5\u01c1\u01be\u0121\u01cc\u01d0\u01d2\u014d\u0150\u014f\u0157\u0154abcdefghijklmnopqrstuvwxyz\u0155\u0151\u0153\u0156\u0170",
    single: "@\xa3$\xa5\xbf\"\xa4%&'\x0c*+\x00-/<=>\xa1^\xa1_#*\u0100\u0101\x00\u01f0\u01f1\u01f2\u01f3\u01f4\u01f5\u01f6\u01f7\u01f8\u01f9\u010c\u010d{}\u010e\u010f\u0110\u0111\u0112\\\u0113\u0114\u011b\u011f\u0140\u0152\u0158\u016b\u016c\u0172\u0173\u01cd[~]\u01d4|ABCDEFGHIJKLMNOPQRSTUVWXYZ\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\u20ac\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
  },
];
