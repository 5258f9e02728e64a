import { describe, expect, it } from "vitest";
import { parseJson } from "./json-error.ts";

describe("parseJson", () => {
  it("parses", () => {
    expect(parseJson('{"a":1}')).toEqual({ value: { a: 1 } });
  });

  it.each([
    ['{"id":2', "Not JSON: Expected ',' or '}' after property value at position 7"],
    ["", "Not JSON: Unexpected end of JSON input"],
    [`nonsense "${"x".repeat(50)}`, "Not JSON: Unexpected token 'o'"],
    ['{"a":"b', "Not JSON: Unterminated string at position 7"],
  ])("says of %j what is wrong, without repeating it", (text, error) => {
    expect(parseJson(text)).toEqual({ error });
  });
});
