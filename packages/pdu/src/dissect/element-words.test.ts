import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeElement } from "../elements/element.ts";
import { anyElementValue } from "../testing/element-arbitraries.ts";
import { describeElement } from "./element-words.ts";

describe("describeElement", () => {
  it.each([
    [0x00, "740502", "reference 116 · part 2 of 5"],
    [0x00, "740206", "says part 6 of 2"],
    [0x08, "12340201", "reference 4660 · part 1 of 2"],
    [0x01, "8003", "voicemail waiting: 3 · profile 1 · message kept"],
    [0x01, "27FF", "video waiting: 255 or more · profile 2 · message discarded"],
    [0x04, "F0F1", "to port 240, from port 241"],
    [0x05, "0B8423F0", "to port 2948, from port 9200"],
    [0x05, "0B8423", "has 3 octets of data instead of 4"],
    [
      0x06,
      "C3",
      "status report on completion, permanent error · a failure cancels the other parts' reports · report with the original header",
    ],
    [0x06, "00", "no status reports"],
    [0x06, "0C", "status report on last temporary error, temporary error"],
    [0x07, "03", "the next elements are from the SMSC"],
    [0x07, "01", "the next elements are from the original sender"],
    [0x09, "0102", "0102"],
    [0x09, "", "no data"],
    [0x0a, "0F0723", "7 characters at 15 · italic"],
    [
      0x0a,
      "5101F6A1",
      "1 character at 81 · right · large · bold · italic · underlined · strikethrough · dark grey on bright red",
    ],
    [0x0a, "000001", "default from 0 · center"],
    [0x0b, "0500", "chimes high at 5"],
    [0x0c, "05414243", "iMelody of 3 octets at 5"],
    [0x0d, "020B", "tongue hanging out at 2"],
    [0x0e, `01${"00".repeat(128)}`, "4 pictures of 16 x 16 pixels at 1"],
    [0x0f, `01${"00".repeat(32)}`, "4 pictures of 8 x 8 pixels at 1"],
    [0x10, `01${"00".repeat(128)}`, "32 x 32 pixels at 1"],
    [0x11, `01${"00".repeat(32)}`, "16 x 16 pixels at 1"],
    [0x12, "0102028001FFFF", "16 x 2 pixels at 1"],
    [0x13, "01", "1 object for the user to choose"],
    [
      0x14,
      "2A012C0309000A4142",
      "vcard 42 · 2 of 300 octets · at 10 · for the user to choose · not to be forwarded",
    ],
    [0x14, "2A012C00C8000A4142", "unknown object 42, or more of an earlier one"],
    [0x14, "2A", "has 1 octet of data instead of at least 7"],
    [0x15, "2A0101", "object 42 again at 257"],
    [0x16, "000100AABB", "LZSS · 2 of 256 octets"],
    [0x16, "010100AABB", "reserved 1 · 2 of 256 octets"],
    [0x17, "0001", "all elements not to be forwarded"],
    [0x17, "0200", "the next 2 elements may be forwarded"],
    [0x18, "05FF", "1 octet of vector graphics at 5"],
    [0x1a, "", "which object formats can be shown?"],
    [0x20, "1C", "e-mail header of 28 characters"],
    [0x21, "0102050A", "title of 5 characters at 258, URL of 10"],
    [0x22, "0B917283010010F5", "answer to +27381000015"],
    [0x22, "0081", "answer to no number"],
    [0x23, "1C0B917283010010F50700", "7 voice messages · mailbox +27381000015 · profile 4 · message kept"],
    [
      0x23,
      "4100810101000100",
      "1 voice message · 1 deleted · mailbox no number · full · profile 1 · message discarded",
    ],
    [0x23, "41008101010001000000", "has 2 octets more than its messages"],
    [0x23, "410081010100", "ends within message 1 of 1"],
    [
      0x23,
      "210081FF01000100",
      "255 or more voice messages · 1 deleted · mailbox no number · almost full · profile 1 · message discarded",
    ],
    [0x24, "01", "Turkish"],
    [0x25, "0E", "unknown language 14"],
    [0x25, "", "has 0 octets of data instead of 1"],
    [0x70, "", "command packet"],
    [0x71, "10", "response packet · 1 octet"],
    [0x7e, "", "identifier 126 packet"],
    [0x80, "AB", "AB"],
    [0xc0, "", "no data"],
    [0x26, "0102", "0102"],
    [0x26, "", "no data"],
  ])("%i %s: %s", (id, hex, words) => {
    expect(describeElement({ id, hex })).toBe(words);
  });

  it("has words for every legal element", () => {
    fc.assert(
      fc.property(anyElementValue, (value) => {
        expect(describeElement(writeElement(value))).toMatch(/^\S.*\S$|^\S$/s);
      }),
    );
  });
});
