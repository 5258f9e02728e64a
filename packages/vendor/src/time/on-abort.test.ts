import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { onAbort } from "./on-abort.ts";

describe("onAbort", () => {
  it("calls each callback once, with one listener for all", () => {
    const controller = new AbortController();
    const calls: number[] = [];
    for (let at = 0; at < 1_000; at++) onAbort(controller.signal, () => calls.push(at));
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort();
    controller.abort();
    expect(calls).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  });

  it("calls at once where the signal has fired", () => {
    let called = false;
    onAbort(AbortSignal.abort(), () => {
      called = true;
    });
    expect(called).toBe(true);
  });

  it("forgets, and leaves no listener behind", () => {
    const controller = new AbortController();
    const calls: string[] = [];
    const same = (): void => void calls.push("same");
    const forgetOne = onAbort(controller.signal, same);
    const forgetOther = onAbort(controller.signal, same);
    forgetOne();
    forgetOne();
    controller.abort();
    expect(calls).toEqual(["same"]);
    forgetOther();

    const quiet = new AbortController();
    onAbort(quiet.signal, same)();
    expect(getEventListeners(quiet.signal, "abort")).toHaveLength(0);
    onAbort(quiet.signal, same);
    expect(getEventListeners(quiet.signal, "abort")).toHaveLength(1);
  });
});
