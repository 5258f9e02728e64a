import { expect, test } from "vitest";
import { isLocalMobile, placeOfNumber, readNumber, relateNumbers, senderKind } from "./sender-number.ts";

const number = (text: string) => readNumber(text) ?? { digits: "", international: false };

test.each([
  ["ACME", "alphanumeric"],
  ["24h Shop", "alphanumeric"],
  ["+44 7700 900123", "international"],
  ["00447700900123", "international"],
  ["447700900123", "international"],
  ["07700900123", "national"],
  ["62202", "shortcode"],
  ["  ", "empty"],
] as const)("%j is %s", (sender, kind) => {
  expect(senderKind(sender)).toBe(kind);
});

test.each([
  ["+447700900123", "447700900123", "GB", "same-notation"],
  ["004915123456789", "+49 151 23456789", "DE", "same-notation"],
  ["12015550123", "01112015550123", "US", "same-notation"],
  ["447700900123", "07700900123", "GB", "national-form"],
  ["33612345678", "0612345678", "FR", "national-form"],
  ["51987654321", "987654321", "PE", "national-form"],
  ["39021234567", "021234567", "IT", "national-form"],
  ["447700900123", "07700900123", "FR", "other"],
  ["447700900123", "009447700900123", "KR", "prefixed"],
  ["447700900123", "447700900187", "GB", "other"],
  // A short code is no subscriber's number, whatever stands in front of it.
  ["40404", "5540404", "BR", "prefixed"],
] as const)("%s and %s in %s: %s", (sent, delivered, country, relation) => {
  expect(relateNumbers(number(sent), number(delivered), country)).toBe(relation);
});

test.each([
  ["+447400123456", "GB", "local"],
  ["+628123456789", "GB", "foreign"],
  ["628123456789", "GB", "foreign"],
  ["12015550123", "US", "local"],
  ["62202", "US", "shortcode"],
  ["1069012345678", "CN", "local"],
  ["07400123456", "GB", "local"],
  ["81234567", "SG", "local"],
  ["15881234", "KR", "shortcode"],
  // Romania's, which would be a number of Hamburg with its 0.
  ["40755123456", "DE", "foreign"],
  ["040755123456", "DE", "local"],
] as const)("%s seen from %s is %s", (sender, country, place) => {
  expect(placeOfNumber(number(sender), country)).toBe(place);
});

test("an ordinary mobile number of the country, and nothing else, is a local mobile", () => {
  expect(isLocalMobile(number("+447400123456"), "GB")).toBe(true);
  expect(isLocalMobile(number("07400123456"), "GB")).toBe(true);
  expect(isLocalMobile(number("+442079460018"), "GB")).toBe(false);
  expect(isLocalMobile(number("+628123456789"), "GB")).toBe(false);
  expect(isLocalMobile(number("62202"), "US")).toBe(false);
});
