import { expect, it } from "vitest";
import { formatAddress, parseAddress } from "./address-bar.ts";

it("reads what it writes", () => {
  const address = {
    tab: "decode",
    params: new Map([
      ["pdu", "0791,0792;07"],
      ["at", "2"],
    ]),
  };
  const hash = formatAddress(address, "decode");
  expect(hash).toBe("#decode?pdu=0791,0792;07&at=2");
  expect(parseAddress(hash)).toEqual(address);
});

it("says nothing of a first tab without content", () => {
  expect(formatAddress({ tab: "decode", params: new Map() }, "decode")).toBe("");
  expect(formatAddress({ tab: "compare", params: new Map() }, "decode")).toBe("#compare");
});

it("takes any hash", () => {
  expect(parseAddress("")).toEqual({ tab: "", params: new Map() });
  expect(parseAddress("#a?b&=c&d=e=f")).toEqual({ tab: "a", params: new Map([["d", "e"]]) });
});
