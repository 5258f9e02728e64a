import { describe, expect, it } from "vitest";
import { UsageError } from "../exit-status.ts";
import { destinationsOf } from "./destinations.ts";

const network = (mcc: string, mnc: string, portedFrom: object | null = null): object => ({
  kind: "network",
  network: { mcc, mnc, portedFrom },
});

describe("networks to be tested", () => {
  it.each([
    [["20610"], undefined, [network("206", "10")]],
    [["206-10", "310260"], undefined, [network("206", "10"), network("310", "260")]],
    [["20610, 26202,404-45"], undefined, [network("206", "10"), network("262", "02"), network("404", "45")]],
    [["20610"], "03", [network("206", "10", { mcc: "206", mnc: "03" })]],
    [["20610"], "20603", [network("206", "10", { mcc: "206", mnc: "03" })]],
  ])("reads %j ported from %s", (networks, portedFrom, expected) => {
    expect(destinationsOf(networks, portedFrom)).toEqual(expected);
  });

  it.each([
    [[], undefined, "Which networks?"],
    [["2061"], undefined, 'not "2061"'],
    [["20610,,26202"], undefined, 'not ""'],
    [["Belgium"], undefined, 'not "Belgium"'],
    [["20610,26202"], "03", "goes with one network"],
    [["20610"], "3", 'not "3"'],
  ])("refuses %j ported from %s", (networks, portedFrom, message) => {
    expect(() => destinationsOf(networks, portedFrom)).toThrow(UsageError);
    expect(() => destinationsOf(networks, portedFrom)).toThrow(message);
  });
});
