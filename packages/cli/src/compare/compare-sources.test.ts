import { compare } from "@smsproof/compare";
import { expect, it } from "vitest";
import { standardInput } from "../input/source.ts";
import { fakeHost } from "../testing/fake-host.ts";
import { compareSources } from "./compare-sources.ts";
import { ndjsonComparisons } from "./format.ts";

it("a comparison that fails by a fault of its own is an error record in its place, and stops no other", async () => {
  const line = (sender: string) =>
    `${JSON.stringify({ id: sender, sent: { sender, text: "Hi" }, delivered: {} })}\n`;
  const { host, stdout, stderr } = fakeHost({ input: line("ODD") + line("ACME") });
  const status = await compareSources(
    {
      sources: [standardInput(host)],
      format: ndjsonComparisons,
      compare(input) {
        if (input.sent.sender === "ODD") throw new RangeError("Out of range: 7.");
        return compare(input);
      },
    },
    host,
  );
  const [first, second] = stdout().trimEnd().split("\n");
  expect(JSON.parse(first ?? "")).toEqual({
    id: "ODD",
    error: {
      code: "COMPARISON_FAILED",
      message: "The comparison failed: Out of range: 7.",
      field: null,
      offset: null,
    },
    input: line("ODD").trimEnd(),
  });
  expect(JSON.parse(second ?? "")).toMatchObject({ id: "ACME" });
  expect(status).toBe(1);
  expect(stderr()).toBe("stdin:1: The comparison failed: Out of range: 7.\n1 of 2 records failed.\n");
});
