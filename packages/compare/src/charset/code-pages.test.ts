import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { CODE_PAGES, pageNamed } from "./code-pages.ts";
import { decodeMultiOctet, decodeOctetwise, encodeMultiOctet, MULTI_OCTET_PAGES } from "./multi-octet.ts";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";

const OCTETS = Uint8Array.from({ length: 256 }, (_, octet) => octet);

test.each(CODE_PAGES.map((page) => [page.name, page] as const))(
  "%s reads every octet as iconv-lite does",
  (name, page) => {
    const theirs = iconv.decode(OCTETS, name);
    for (const [octet, character] of [...page.decode(OCTETS)].entries()) {
      // Undefined octets of the Windows pages are C1 controls here, as nearly all software has them.
      // Here the lower half is ASCII in every page, also in cp864 with its Arabic percent sign.
      if (octet < 0x80) expect(character).toBe(String.fromCharCode(octet));
      else if (theirs[octet] === "\ufffd" && name.startsWith("windows-"))
        expect(character).toBe(String.fromCharCode(octet));
      else expect([octet, character]).toEqual([octet, theirs[octet]]);
    }
  },
);

test("windows-1252 has its own characters where Latin-1 has controls", () => {
  expect(pageNamed("windows-1252").decode(Uint8Array.of(0x80, 0x93, 0xe9))).toBe("€“é");
  expect(pageNamed("iso-8859-1").decode(Uint8Array.of(0x80, 0x93, 0xe9))).toBe("\u0080\u0093é");
  expect(pageNamed("windows-1252").encode("€é")).toEqual(Uint8Array.of(0x80, 0xe9));
  expect(pageNamed("windows-1252").encode("ж")).toBeNull();
});

test("UTF-8 is written and read as Buffer does it, also where it is broken", () => {
  for (const text of ["", "añ€😀", "\ud83d", "x\udc00y"])
    expect(encodeUtf8(text)).toEqual(Uint8Array.from(Buffer.from(text, "utf8")));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (let first = 0; first < 256; first++)
    for (const rest of [
      [],
      [0x80],
      [0xbf, 0x41],
      [0x80, 0x80],
      [0xa0, 0xff],
      [0x9f, 0xbf, 0xbf],
      [0x90, 0x80, 0x80, 0x80],
    ]) {
      const octets = Uint8Array.of(first, ...rest);
      expect([[...octets], decodeUtf8(octets)]).toEqual([[...octets], decoder.decode(octets)]);
    }
});

test.each(MULTI_OCTET_PAGES.map((page) => [page] as const))(
  "%s is written as iconv-lite writes it",
  (page) => {
    const samples = {
      gbk: "您的验证码",
      big5: "您的驗證碼",
      "euc-kr": "인증번호",
      shift_jis: "認証コード",
      "euc-jp": "認証コード",
    };
    const octets = encodeMultiOctet(page, `a${samples[page]}1`);
    expect(octets).toEqual(Uint8Array.from(iconv.encode(`a${samples[page]}1`, page)));
    expect(decodeMultiOctet(page, octets ?? new Uint8Array())).toBe(`a${samples[page]}1`);
    expect(encodeMultiOctet(page, "ʰ")).toBeNull();
  },
);

test("code page 949 has every Hangul syllable where iconv-lite has it", () => {
  const syllables = Array.from({ length: 0xd7a4 - 0xac00 }, (_, i) => String.fromCharCode(0xac00 + i)).join(
    "",
  );
  expect(decodeOctetwise("euc-kr", iconv.encode(syllables, "cp949"))).toBe(syllables);
});

// As iconv-lite 0.7 and Python 3.11 read it with errors replaced.
test.each([
  ["euc-kr", "회의실 예약이 1", "�쉶�쓽�떎 �삁�빟�씠 1"],
  ["gbk", "您的验证码是6", "鎮ㄧ殑楠岃瘉鐮佹槸6"],
  ["shift_jis", "ｱあ", "�ｽｱ縺�"],
] as const)("%s reads what does not fit octet by octet", (page, text, read) => {
  expect(decodeOctetwise(page, encodeUtf8(text))).toBe(read);
});
