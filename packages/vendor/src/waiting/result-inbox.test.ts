import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resultWith } from "../testing/results.ts";
import { judgeProgress } from "./progress.ts";
import { createResultInbox } from "./result-inbox.ts";

describe("judgeProgress", () => {
  it("takes each change of a state that is not final", () => {
    expect(judgeProgress(null, resultWith("WAIT"))).toBe("new");
    expect(judgeProgress(resultWith("WAIT"), resultWith("UNAVAILABLE"))).toBe("new");
    expect(judgeProgress(resultWith("UNAVAILABLE"), resultWith("WAIT"))).toBe("new");
    expect(judgeProgress(resultWith("WAIT"), resultWith("WAIT", { pdus: ["00"] }))).toBe("new");
  });

  it("knows the same state again", () => {
    expect(judgeProgress(resultWith("WAIT"), resultWith("WAIT", { raw: 1 }))).toBe("duplicate");
    expect(judgeProgress(resultWith("POSITIVE"), resultWith("POSITIVE"))).toBe("duplicate");
  });

  it("never leaves a final state, whatever comes in whatever order", () => {
    const names = fc.constantFrom("WAIT", "UNAVAILABLE", "POSITIVE", "NOT_DELIVERED", "SOMETHING");
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (events) => {
        const inbox = createResultInbox();
        const seen: string[] = [];
        inbox.listen("k", ({ status }) => seen.push(status.name));
        for (const name of events) inbox.put("k", resultWith(name));
        const firstFinal = events.find((name) => resultWith(name).status.final);
        if (firstFinal !== undefined) expect(inbox.latest("k")?.status.name).toBe(firstFinal);
        expect(seen.filter((name) => resultWith(name).status.final).length).toBeLessThanOrEqual(1);
        expect(seen.every((name, at) => name !== seen[at - 1])).toBe(true);
      }),
    );
  });
});

describe("createResultInbox", () => {
  it("tells listeners of new results under their key, until they stop", () => {
    const inbox = createResultInbox();
    const seen: string[] = [];
    const stop = inbox.listen("a", ({ status }) => seen.push(status.name));
    expect(inbox.put("a", resultWith("WAIT"))).toBe("new");
    expect(inbox.put("a", resultWith("WAIT"))).toBe("duplicate");
    inbox.put("b", resultWith("POSITIVE"));
    stop();
    stop();
    inbox.put("a", resultWith("POSITIVE"));
    expect(seen).toEqual(["WAIT"]);
    expect(inbox.put("a", resultWith("WAIT"))).toBe("stale");
  });

  it("forgets the oldest results beyond its capacity", () => {
    const inbox = createResultInbox({ capacity: 3 });
    for (const key of ["a", "b", "c"]) inbox.put(key, resultWith("WAIT"));
    inbox.put("a", resultWith("POSITIVE"));
    inbox.put("d", resultWith("WAIT"));
    expect(["a", "b", "c", "d"].map((key) => inbox.latest(key)?.status.name)).toEqual([
      "POSITIVE",
      undefined,
      "WAIT",
      "WAIT",
    ]);
  });

  it("replaces a test by a later one under the same key", () => {
    const inbox = createResultInbox({ sameTest: (known, next) => known.testId === next.testId });
    inbox.put("k", resultWith("POSITIVE", { testId: "1" }));
    expect(inbox.put("k", resultWith("WAIT", { testId: "2" }))).toBe("new");
    expect(inbox.latest("k")?.testId).toBe("2");
  });
});
