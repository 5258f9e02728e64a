import { describe, expect, it } from "vitest";
import { ServerError } from "../errors/tree.ts";
import { createObserver } from "./observer.ts";

const event = {
  vendor: "any",
  operation: "networks.list",
  method: "GET",
  url: "https://x.example/",
  attempt: 1,
};

describe("createObserver", () => {
  it("lets no exception of a hook or a logger through, and reports hooks that throw", () => {
    const warnings: string[] = [];
    const explode = (): never => {
      throw new Error("boom");
    };
    const observer = createObserver(
      { onRequest: explode, onResponse: explode, onRetry: explode },
      { debug: explode, warn: (message) => void warnings.push(message) },
    );
    observer.request(event);
    observer.response({ ...event, status: 200, requestId: null, elapsedMs: 1 });
    observer.retry({
      ...event,
      error: new ServerError("any: answered 500.", { vendor: "any", operation: "x" }),
      delayMs: 500,
    });
    expect(warnings).toEqual([
      "The hook onRequest threw; it was ignored.",
      "The hook onResponse threw; it was ignored.",
      "The hook onRetry threw; it was ignored.",
      "any: answered 500. Next request in 500 ms.",
    ]);
    createObserver({}, { debug: explode, warn: explode }).warn("x");
  });
});
