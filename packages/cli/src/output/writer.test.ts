import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { blockWriter } from "./writer.ts";

describe("blockWriter", () => {
  it("gathers, and writes at once what was gathered", async () => {
    const written: string[] = [];
    const stream = new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written.push(chunk);
        done();
      },
    });
    const writer = blockWriter(stream);
    writer.write("a");
    writer.write("b");
    expect(writer.full).toBe(false);
    writer.write("c".repeat(70_000));
    expect(writer.full).toBe(true);
    expect(written).toEqual([]);
    await writer.flush();
    await writer.flush();
    expect(writer.full).toBe(false);
    expect(written.map((block) => block.length)).toEqual([70_002]);
  });

  it("waits for a slow reader", async () => {
    let release: (() => void) | undefined;
    const stream = new Writable({
      highWaterMark: 10,
      write(_chunk, _encoding, done) {
        release = done;
      },
    });
    const writer = blockWriter(stream);
    writer.write("x".repeat(20));
    let flushed = false;
    const flushing = writer.flush().then(() => {
      flushed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(flushed).toBe(false);
    release?.();
    await flushing;
    expect(flushed).toBe(true);
  });

  it("throws what the stream reports while it waits", async () => {
    const stream = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        setImmediate(() => done(new Error("no space left")));
      },
    });
    const writer = blockWriter(stream);
    writer.write("xx");
    await expect(writer.flush()).rejects.toThrow("no space left");
  });
});
