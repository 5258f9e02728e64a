import { describe, expect, it } from "vitest";
import { ExitStatus } from "../exit-status.ts";
import type { Command } from "./command.ts";
import { parseCall } from "./parse-call.ts";

const command: Command = {
  name: "decode",
  summary: "",
  operands: "",
  details: [],
  options: {
    format: { value: "NAME", choices: ["pretty", "json"], about: "" },
    field: { value: "NAME", about: "" },
    pdu: { value: "HEX", many: true, about: "" },
    strict: { about: "" },
  },
  examples: [],
  run: async () => ExitStatus.ok,
};

describe("parseCall", () => {
  it("takes options and operands in any order", () => {
    expect(
      parseCall(command, ["a", "--format", "json", "-", "--strict", "--field=x=y", "--", "--b"]),
    ).toEqual({
      operands: ["a", "-", "--b"],
      values: { format: "json", field: "x=y" },
      lists: {},
      flags: new Set(["strict"]),
    });
  });

  it("keeps the values of an option that may be given more than once, in order", () => {
    expect(parseCall(command, ["--pdu", "07", "--field", "", "--pdu=08"])).toEqual({
      operands: [],
      values: { field: "" },
      lists: { pdu: ["07", "08"] },
      flags: new Set(),
    });
  });

  it.each([["--help"], ["-h"], ["--strict", "--help"]])("asks for help: %s", (...args) => {
    expect(parseCall(command, args)).toBe("help");
  });

  it.each([
    [["--fromat", "json"], "decode has no option --fromat; did you mean --format?"],
    [["--constructor"], "decode has no option --constructor"],
    [["-x"], "decode has no option -x"],
    [["--format"], "--format needs a value: pretty, json"],
    [["--field"], "--field needs a value: NAME"],
    [["--field", "--strict"], "--field needs a value: NAME"],
    [["--format", "jsn"], '--format takes pretty, json, not "jsn"; did you mean json?'],
    [["--format="], '--format takes pretty, json, not ""'],
    [["--strict=yes"], "--strict takes no value"],
    [["--field", "a", "--field", "b"], "--field is given twice"],
    [["--no-strict"], "decode has no option --no-strict"],
  ])("refuses %j", (args, message) => {
    expect(() => parseCall(command, args)).toThrow(message);
  });
});
