/** UTF-8 octets; a lone surrogate becomes U+FFFD as everywhere. */
export function encodeUtf8(text: string): Uint8Array {
  const octets: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const codePoint = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (codePoint < 0x80) octets.push(codePoint);
    else if (codePoint < 0x800) octets.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f));
    else if (codePoint < 0x10000)
      octets.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
    else
      octets.push(
        0xf0 | (codePoint >> 18),
        0x80 | ((codePoint >> 12) & 0x3f),
        0x80 | ((codePoint >> 6) & 0x3f),
        0x80 | (codePoint & 0x3f),
      );
  }
  return Uint8Array.from(octets);
}

/** The least continuation octets allow, by the first octet: shuts out overlong forms, surrogates, above U+10FFFF. */
function secondRange(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

/** Text of UTF-8 octets, one U+FFFD for each maximal ill-formed piece (Unicode 3.9, "best practice"). */
export function decodeUtf8(octets: Uint8Array): string {
  let text = "";
  let i = 0;
  while (i < octets.length) {
    const first = octets[i] ?? 0;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first <= 0xdf
          ? 2
          : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
              ? 4
              : 0;
    if (length <= 1) {
      text += length === 1 ? String.fromCharCode(first) : "\ufffd";
      i += 1;
      continue;
    }
    let codePoint = first & (0xff >> (length + 1));
    let read = 1;
    for (; read < length; read++) {
      const octet = octets[i + read] ?? 0;
      const [low, high] = read === 1 ? secondRange(first) : [0x80, 0xbf];
      if (octet < low || octet > high) break;
      codePoint = (codePoint << 6) | (octet & 0x3f);
    }
    text += read === length ? String.fromCodePoint(codePoint) : "\ufffd";
    i += read;
  }
  return text;
}
