import type { DecodeOptions } from "@smsproof/pdu";

/** What the page adds to the decoder: browsers know KS C 5601 by the name of the code page that contains it. */
export const decodingOptions: DecodeOptions = {
  charset: (octets, alphabet) => (alphabet === "ksc5601" ? new TextDecoder("euc-kr").decode(octets) : null),
};
