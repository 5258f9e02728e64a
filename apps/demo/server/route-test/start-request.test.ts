import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGsmSender } from "./sender-form.ts";
import { LONGEST_TEXT, MOST_TESTS, readStartRequest } from "./start-request.ts";

const GOOD = {
  id: "8a1f5a0e-3f0e-4a54-9c7e-0f4b4f6f7a11",
  vendor: "sandbox",
  sender: "ACME",
  text: "Your code is {testText}",
  destinations: [{ network: "206-10", route: "clean" }, { network: "222-01<222-99" }],
};

const many = Array.from({ length: MOST_TESTS + 1 }, (_, at) => ({
  network: `206-${String(at).padStart(2, "0")}`,
}));

describe("readStartRequest", () => {
  it("takes what the page sends", () => {
    expect(readStartRequest(GOOD)).toEqual({ ok: true, request: GOOD });
    const confirmed = { ...GOOD, confirm: { credits: 2 } };
    expect(readStartRequest(confirmed)).toEqual({ ok: true, request: confirmed });
    expect(readStartRequest({ ...GOOD, destinations: many.slice(1) }).ok).toBe(true);
    const longest = `{testText}${"x".repeat(LONGEST_TEXT - 10)}`;
    expect(readStartRequest({ ...GOOD, text: longest }).ok).toBe(true);
  });

  it.each<[string, object | null, string, RegExp]>([
    ["no body", null, "body", /^must be an object$/],
    ["a list", [], "body", /^must be an object$/],
    ["an unknown key", { colour: "red" }, "body", /^has a key that is not known here$/],
    ["no id", { id: undefined }, "id", /^must be a UUID$/],
    ["an id with a path", { id: "../../etc" }, "id", /^must be a UUID$/],
    ["no vendor", { vendor: undefined }, "vendor", /^is missing$/],
    ["an empty vendor", { vendor: "" }, "vendor", /^is empty$/],
    ["a vendor of 41 characters", { vendor: "v".repeat(41) }, "vendor", /^is too long$/],
    ["no sender", { sender: undefined }, "sender", /^is missing$/],
    ["an empty sender", { sender: "" }, "sender", /^must be 1 to 11 characters/],
    ["a sender of 12 letters", { sender: "ABCDEFGHIJKL" }, "sender", /^must be 1 to 11 characters/],
    ["a sender with a line end", { sender: "AC\nME" }, "sender", /^must be 1 to 11 characters/],
    ["no text", { text: undefined }, "text", /^is missing$/],
    ["a number as text", { text: 7 }, "text", /^is missing$/],
    ["an empty text", { text: "" }, "text", /^is empty$/],
    [
      "a text too long",
      { text: `{testText}${"x".repeat(LONGEST_TEXT)}` },
      "text",
      /^has more than 1,600 characters$/,
    ],
    ["a text without the placeholder", { text: "Your code" }, "text", /^must contain \{testText\}/],
    ["a text with U+0000", { text: "{testText}\u0000" }, "text", /^holds U\+0000$/],
    ["no destinations", { destinations: undefined }, "destinations", /^must be a list$/],
    ["destinations that are none", { destinations: [] }, "destinations", /^is empty/],
    ["too many destinations", { destinations: many }, "destinations", /^holds more than 24 networks$/],
    ["a destination that is a text", { destinations: ["206-10"] }, "destinations[0]", /^must be an object/],
    [
      "a network without a dash",
      { destinations: [{ network: "20610" }] },
      "destinations[0].network",
      /^is no network/,
    ],
    [
      "a network twice",
      { destinations: [{ network: "206-10" }, { network: "206-10" }] },
      "destinations[1].network",
      /second time$/,
    ],
    [
      "a route of 41 characters",
      { destinations: [{ network: "206-10", route: "r".repeat(41) }] },
      "destinations[0].route",
      /^is too long$/,
    ],
    [
      "a destination with more",
      { destinations: [{ network: "206-10", price: 1 }] },
      "destinations[0]",
      /^has a key/,
    ],
    ["half a credit", { confirm: { credits: 0.5 } }, "confirm.credits", /^must be a whole number$/],
    ["a yes in place of a number", { confirm: true }, "confirm", /^must be an object$/],
  ])("refuses %s", (_, change, field, message) => {
    const body = change === null ? null : Array.isArray(change) ? change : { ...GOOD, ...change };
    expect(readStartRequest(body)).toEqual({ ok: false, field, message: expect.stringMatching(message) });
  });

  it("answers anything, and never with what was sent", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.stringMatching(/^[a-z]{20,30}$/), (value, secret) => {
        const read = readStartRequest({ ...GOOD, [secret]: value, sender: secret });
        expect(read.ok).toBe(false);
        expect(JSON.stringify(read)).not.toContain(secret);
        expect(readStartRequest(value).ok).toBe(false);
      }),
    );
  });
});

describe("isGsmSender", () => {
  it.each(["ACME", "12345", "+491570123456", "123456789012345", "Grüße 24/7", "ABCDEFGHIJK"])(
    "takes %j",
    (text) => {
      expect(isGsmSender(text)).toBe(true);
    },
  );

  it.each(
    ["", "   ", "ABCDEFGHIJKL", "1234567890123456", "+", "\u0007bell", "\ud800"].filter(
      (text) => text !== "+",
    ),
  )("refuses %j", (text) => {
    expect(isGsmSender(text)).toBe(false);
  });
});
