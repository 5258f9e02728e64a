import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { isPduError, PduError } from "./pdu-error.ts";

describe("a PduError", () => {
  const error = new PduError("CUT", "TP-OA", 9, "TP-OA needs an octet, but no octets are left.");

  it("has a code, a field, a place and a sentence", () => {
    expect(error).toBeInstanceOf(Error);
    expect({ ...error }).toEqual({ name: "PduError", code: "CUT", field: "TP-OA", offset: 9 });
    expect(String(error)).toBe("PduError: TP-OA needs an octet, but no octets are left.");
  });

  it("is known by its brand, whichever copy of the package made it", () => {
    const foreign: unknown = runInNewContext(
      'Object.defineProperty(new Error("x"), Symbol.for("@smsproof/pdu/PduError"), { value: true })',
    );
    expect(isPduError(error)).toBe(true);
    expect(isPduError(foreign)).toBe(true);
  });

  it("is no other error and no other value", () => {
    for (const other of [new Error("CUT"), { code: "CUT" }, null, undefined, "CUT", 9])
      expect(isPduError(other)).toBe(false);
  });
});
