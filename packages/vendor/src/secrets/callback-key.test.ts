import { describe, expect, it } from "vitest";
import { createCallbackKey, hideCallbackKeys } from "./callback-key.ts";

describe("createCallbackKey", () => {
  it("makes keys of 192 random bits that fit into a path", () => {
    const keys = Array.from({ length: 200 }, createCallbackKey);
    for (const key of keys) expect(key).toMatch(/^cbk_[\w-]{32}$/);
    expect(new Set(keys).size).toBe(200);
  });

  it("makes keys that hideCallbackKeys finds", () => {
    const key = createCallbackKey();
    expect(hideCallbackKeys(`https://me.example/hooks/${key}?x=1`)).toBe(
      "https://me.example/hooks/cbk_[hidden]?x=1",
    );
  });
});
