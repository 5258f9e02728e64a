import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "./text.ts";

async function decode(octets: Uint8Array, cuts: readonly number[] = []): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let from = 0;
    for (const cut of [...cuts, octets.length].sort((a, b) => a - b)) {
      const to = Math.max(from, Math.min(cut, octets.length));
      yield octets.subarray(from, to);
      from = to;
    }
  }
  let text = "";
  for await (const piece of readText(chunks())) text += piece;
  return text;
}

const utf16 = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

describe("readText", () => {
  it("reads UTF-8 with and without byte order mark, and UTF-16LE with it", async () => {
    expect(await decode(Buffer.from("0791 é 😀"))).toBe("0791 é 😀");
    expect(await decode(Buffer.from("\ufeff0791"))).toBe("0791");
    expect(await decode(utf16("0791 é 😀"))).toBe("0791 é 😀");
    expect(await decode(Buffer.from(""))).toBe("");
    expect(await decode(Buffer.from([0xff]))).toBe("\ufffd");
  });

  it("drops one mark only", async () => {
    expect(await decode(Buffer.from("\ufeff\ufeffa"))).toBe("\ufeffa");
  });

  it("gives the same text however the octets are cut", async () => {
    const octets = fc.oneof(
      fc.string({ unit: "binary" }).map((text) => Buffer.from(`\ufeff${text}`)),
      fc.string({ unit: "binary" }).map(utf16),
      fc.uint8Array(),
    );
    await fc.assert(
      fc.asyncProperty(octets, fc.array(fc.nat(30), { maxLength: 6 }), async (all, cuts) => {
        expect(await decode(all, cuts)).toBe(await decode(all));
      }),
    );
  });
});
