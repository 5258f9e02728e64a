import { decodeDeliver } from "@smsproof/pdu";
import { expect, it } from "vitest";
import { alphabetWords, remarkableFacts } from "./message-facts.ts";

const deliver = (pid: string, dcs: string, userData: string): ReturnType<typeof decodeDeliver> =>
  decodeDeliver(`00040B917238880900F1${pid}${dcs}62114090032121${userData}`);

it.each([
  ["00", "GSM 7-bit"],
  ["04", "8-bit data"],
  ["08", "UCS-2"],
  ["84", "KS C 5601"],
])("names the alphabet of coding %s", (dcs, words) => {
  expect(alphabetWords(deliver("00", dcs, "00"))).toBe(words);
});

it("tells what a handset would have heeded", () => {
  expect(remarkableFacts(deliver("00", "00", "00"))).toEqual([]);
  expect(remarkableFacts(deliver("00", "10", "00"))).toEqual(["class 0, shown at once"]);
  expect(remarkableFacts(deliver("00", "C8", "00"))).toEqual(["voicemail waiting on"]);
  expect(remarkableFacts(deliver("40", "00", "00"))).toHaveLength(1);
});
