import { describe, expect, it } from "vitest";
import { styleFor } from "./style.ts";

const RED = "\u001b[31mx\u001b[39m";

describe("styleFor", () => {
  it.each([
    [true, {}, RED],
    [false, {}, "x"],
    [undefined, {}, "x"],
    [true, { NO_COLOR: "1" }, "x"],
    [true, { NO_COLOR: "" }, RED],
    [true, { TERM: "dumb" }, "x"],
    [false, { FORCE_COLOR: "1" }, RED],
    [false, { FORCE_COLOR: "" }, "x"],
    [true, { FORCE_COLOR: "", NO_COLOR: "1" }, "x"],
    [true, { FORCE_COLOR: "0" }, "x"],
    [true, { FORCE_COLOR: "false" }, "x"],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, RED],
  ])("terminal %s, %j", (isTTY, env, expected) => {
    expect(styleFor({ isTTY }, env)("red", "x")).toBe(expected);
  });
});
