import { describe, expect, it } from "vitest";
import { fakeHost } from "../testing/fake-host.ts";
import { inBytes, progressOn } from "./progress.ts";

const state = { octets: 512_300_000, records: 1_204_811, failed: 3 };

describe("progressOn", () => {
  it("is silent at first, then shows how far things are, and takes its line away", () => {
    const { host, stderr } = fakeHost({ terminals: { stderr: true }, tickMs: 300 });
    const progress = progressOn(host, 1_000_000_000);
    progress.update(state);
    expect(stderr()).toBe("");
    progress.update(state);
    expect(stderr()).toBe("\r512.3 MB of 1.0 GB · 1,204,811 records · 2,008,018/s · 3 failed\u001b[K");
    progress.erase();
    expect(stderr().endsWith("\r\u001b[K")).toBe(true);
    const length = stderr().length;
    progress.erase();
    expect(stderr()).toHaveLength(length);
  });

  it("keeps within the terminal's width", () => {
    const { host, stderr } = fakeHost({ terminals: { stderr: true }, tickMs: 1000, columns: 20 });
    progressOn(host, undefined).update(state);
    expect(stderr()).toBe("\r512.3 MB · 1,204,81\u001b[K");
  });

  it.each([{ stdout: true, stderr: true }, {}])("is silent with terminals %j", (terminals) => {
    const { host, stderr } = fakeHost({ terminals, tickMs: 1000 });
    const progress = progressOn(host, undefined);
    progress.update(state);
    progress.erase();
    expect(stderr()).toBe("");
  });
});

describe("inBytes", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1.0 kB"],
    [2_500_000_000, "2.5 GB"],
    [1e18, "1000000.0 TB"],
  ])("says %d as %s", (octets, words) => {
    expect(inBytes(octets)).toBe(words);
  });
});
