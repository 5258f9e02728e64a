import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unpacked } from "./gunzip.ts";

async function unpack(octets: Uint8Array, size: number): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size);
  }
  const all: Uint8Array[] = [];
  for await (const chunk of unpacked(chunks())) all.push(chunk);
  return Buffer.concat(all).toString("utf8");
}

describe("unpacked", () => {
  const text = "0791\n".repeat(1000);

  it.each([1, 2, 3, 100_000])("unpacks gzip that comes in pieces of %d octets", async (size) => {
    expect(await unpack(gzipSync(text), size)).toBe(text);
  });

  it("unpacks members one after the other", async () => {
    expect(await unpack(Buffer.concat([gzipSync("a"), gzipSync("b")]), 7)).toBe("ab");
  });

  it.each(["", "0", "07", text])("hands on what is not packed", async (plain) => {
    expect(await unpack(Buffer.from(plain), 1)).toBe(plain);
  });

  it("throws where the data is cut off or damaged", async () => {
    const packed = gzipSync(text);
    await expect(unpack(packed.subarray(0, packed.length - 10), 10)).rejects.toMatchObject({
      code: "Z_BUF_ERROR",
    });
    const damaged = Uint8Array.from(packed);
    damaged.fill(0xff, 10, 30);
    await expect(unpack(damaged, 10)).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });
});
