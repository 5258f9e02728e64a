import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../contract/virtual-clock.ts";
import { RateLimitError, ServerError } from "../errors/tree.ts";
import { sleep } from "../time/clock.ts";
import { createTokenSource } from "./token-source.ts";

const DAY = 86_400_000;
const never = new AbortController().signal;

function rig(renewBeforeMs?: number) {
  const clock = createVirtualClock();
  let asked = 0;
  let failure: Error | null = null;
  const tokens = createTokenSource({
    vendor: "any",
    clock,
    ...(renewBeforeMs === undefined ? {} : { renewBeforeMs }),
    fetchToken: async () => {
      asked++;
      await sleep(clock, 50);
      if (failure !== null) throw failure;
      return { value: `token-${asked}`, lifetimeMs: DAY };
    },
  });
  const get = (): Promise<string> => clock.run(tokens.get(never));
  return {
    clock,
    tokens,
    get,
    asked: () => asked,
    fail: (error: Error | null) => {
      failure = error;
    },
  };
}

describe("createTokenSource", () => {
  it("asks once for 1,000 callers that meet an expired token", async () => {
    const { clock, tokens, get, asked } = rig();
    await get();
    await clock.advance(DAY + 1);
    const values = await clock.run(Promise.all(Array.from({ length: 1_000 }, () => tokens.get(never))));
    expect(asked()).toBe(2);
    expect(new Set(values)).toEqual(new Set(["token-2"]));
  });

  it("asks once when 1,000 callers are refused with the same token", async () => {
    const { clock, tokens, get, asked } = rig();
    const old = await get();
    const renewed = Array.from({ length: 1_000 }, async () => {
      tokens.refuse(old);
      return tokens.get(never);
    });
    expect(new Set(await clock.run(Promise.all(renewed)))).toEqual(new Set(["token-2"]));
    expect(asked()).toBe(2);
  });

  it("keeps a newer token when an older one is refused late", async () => {
    const { tokens, get, asked } = rig();
    const old = await get();
    tokens.refuse(old);
    await get();
    tokens.refuse(old);
    expect(await get()).toBe("token-2");
    expect(asked()).toBe(2);
  });

  it("renews before expiry", async () => {
    const { clock, get } = rig();
    await get();
    await clock.advance(DAY - 6 * 60_000);
    expect(await get()).toBe("token-1");
    await clock.advance(2 * 60_000);
    expect(await get()).toBe("token-2");
  });

  it("serves the old token while it is good and the renewal fails, and tries again later", async () => {
    const { clock, get, asked, fail } = rig();
    await get();
    await clock.advance(DAY - 4 * 60_000);
    fail(new ServerError("down", { vendor: "any", operation: "token" }));
    expect(await get()).toBe("token-1");
    expect(await get()).toBe("token-1");
    expect(asked()).toBe(2);
    await clock.advance(31_000);
    fail(null);
    expect(await get()).toBe("token-3");
  });

  it("hands a failure to all who wait, and asks again for the next one", async () => {
    const { clock, tokens, get, asked, fail } = rig();
    fail(new ServerError("down", { vendor: "any", operation: "token" }));
    const waiting = Promise.allSettled(Array.from({ length: 10 }, () => tokens.get(never)));
    expect((await clock.run(waiting)).every(({ status }) => status === "rejected")).toBe(true);
    fail(null);
    expect(await get()).toBe("token-2");
    expect(asked()).toBe(2);
  });

  it("does not ask again before the time that a 429 named", async () => {
    const { clock, get, asked, fail } = rig();
    fail(new RateLimitError("slow down", { vendor: "any", operation: "token", retryAfterMs: 20_000 }));
    await expect(get()).rejects.toMatchObject({ code: "RATE_LIMIT" });
    await expect(get()).rejects.toMatchObject({ code: "RATE_LIMIT" });
    expect(asked()).toBe(1);
    fail(null);
    await clock.advance(20_000);
    expect(await get()).toBe("token-2");
  });

  it("lets one caller go without ending the request of the others", async () => {
    const { clock, tokens, asked } = rig();
    const impatient = new AbortController();
    const one = tokens.get(impatient.signal);
    const other = tokens.get(never);
    impatient.abort();
    await expect(one).rejects.toMatchObject({ code: "ABORTED" });
    expect(await clock.run(other)).toBe("token-1");
    expect(asked()).toBe(1);
  });

  it("does not suspect a token younger than a minute", async () => {
    const { clock, tokens, get } = rig();
    const token = await get();
    expect(tokens.suspect(token)).toBe(false);
    expect(await get()).toBe("token-1");
    await clock.advance(61_000);
    expect(tokens.suspect(token)).toBe(true);
    expect(await get()).toBe("token-2");
  });

  it("keeps two keys in one process apart", async () => {
    const clock = createVirtualClock();
    const [one, two] = ["one", "two"].map((name) =>
      createTokenSource({ vendor: "any", clock, fetchToken: async () => ({ value: name, lifetimeMs: DAY }) }),
    );
    expect(await one?.get(never)).toBe("one");
    expect(await two?.get(never)).toBe("two");
    one?.refuse("two");
    expect(await two?.get(never)).toBe("two");
  });
});
