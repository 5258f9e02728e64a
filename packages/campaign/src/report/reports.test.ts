import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runCampaign } from "../run/run-campaign.ts";
import type { StoredTest } from "../store/campaign-store.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { fakeWorld, network, resultOf, unknownOutcome } from "../testing/fake-vendor.ts";
import type { CampaignReport } from "./campaign-report.ts";
import { renderHtml } from "./html/render-html.ts";
import { quantile, statisticsOf } from "./html/statistics.ts";
import { renderCsv, renderJson, renderNdjson } from "./render-json.ts";
import { renderJunit, xml } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { lineOf } from "./render-text.ts";

const EVIL = '<script>alert(1)</script> | `x` ]]> "\u0000\ud800';
let report: CampaignReport;
let tests: readonly StoredTest[];

/** Six tests: same, replaced, evil, not delivered, creation unknown, beyond the budget. */
beforeAll(async () => {
  const world = fakeWorld();
  world.create = (count, make) => (count === 5 ? unknownOutcome(network("206", "10")) : make());
  world.results = (test, message) => {
    const shown = { sender: message?.from ?? "", text: message?.text ?? "" };
    if (test.id === "t2") return [resultOf(test, "delivered", { ...shown, sender: "INFO" })];
    if (test.id === "t3") return [resultOf(test, "delivered", { ...shown, text: EVIL })];
    return [test.id === "t4" ? resultOf(test, "not-delivered") : resultOf(test, "delivered", shown)];
  };
  const store = createMemoryStore();
  report = await runCampaign({
    id: "reports",
    plan: {
      vendors: ["fake"],
      senders: ["fake-route"],
      destinations: [network("206", "10")],
      messages: [{ sender: "ACME", text: "Your code is {testText}" }],
      repetitions: 6,
      budget: 5,
      pacing: { concurrency: 1 },
    },
    vendors: [world.vendor],
    senders: [world.sender],
    store,
  }).report();
  tests = await store.query({});
});

it("a report counts each test once", () => {
  expect(report.outcome).toBe("altered");
  expect(report.states).toMatchObject({ compared: 4, "create-unknown": 1, skipped: 1 });
  expect(report.delivered).toBe(3);
});

it("says of a message that did not arrive what the vendor and the receipt say", () => {
  const record = report.tests[3];
  if (record === undefined) throw new Error("there is no fourth test");
  const { name } = record.result?.status ?? { name: "" };
  expect(name).not.toBe("");
  expect(lineOf(record)).toMatchObject({ status: "not delivered", why: `fake says ${name}` });
  const receipt = { status: "UNDELIV", at: "2026-11-01T10:00:00.000Z" };
  expect(lineOf({ ...record, receipt }).why).toBe(`fake says ${name}, the receipt UNDELIV`);
});

describe("JUnit", () => {
  it("calls altered a failure, missing an error, and skips what was skipped", () => {
    const text = renderJunit(report);
    expect(text).toContain('tests="6" failures="2" errors="2" skipped="1"');
    expect(text.match(/<testcase /g)).toHaveLength(6);
    expect(text.match(/<failure /g)).toHaveLength(2);
    expect(text).not.toContain("<script>");
  });

  it("has nothing in its texts that XML 1.0 has no place for", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        return !/[<>"'\u0000-\u001f\ufffe\uffff]|\p{Cs}/u.test(xml(text));
      }),
    );
  });
});

describe("Markdown", () => {
  it("keeps every test in one row, whatever handsets showed", () => {
    const rows = renderMarkdown(report)
      .split("\n")
      .filter((line) => line.startsWith("| 206"));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(8);
    expect(renderMarkdown(report)).toContain("1 creations of unknown outcome, not repeated.");
  });
});

describe("JSON, NDJSON and CSV", () => {
  it("hold everything, and can be read back", () => {
    expect(JSON.parse(renderJson(report))).toEqual(report);
    const lines = [...renderNdjson(tests)].map((line) => JSON.parse(line));
    expect(lines.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...renderCsv(tests)]).toHaveLength(7);
  });

  it("never begin a cell with what a spreadsheet would run", () => {
    const [first] = tests;
    if (first === undefined) throw new Error("no test");
    for (const sender of ["=1+1", "+cmd", "-2+3", "@x", "\tx"]) {
      const record = { ...first.record, message: { ...first.record.message, sender } };
      expect([...renderCsv([{ ...first, record }])][1]).toContain(`'${sender}`);
    }
  });
});

describe("the HTML report", () => {
  it("shows networks, delays, replaced senders and examples with their proof, and needs nothing else", () => {
    const html = renderHtml(tests, { now: 0 });
    expect(html).toContain("6 tests, 3 delivered, 2 altered or replaced");
    expect(html).toContain("<td>ACME</td><td>INFO</td><td>206-10</td>");
    expect(html.match(/<article>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<script|https?:\/\/|<link|<img/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/\p{Cs}/u);
  });

  it("is a page without any tests, too", () => {
    expect(renderHtml([])).toContain("Nothing was delivered.");
  });

  it("puts each test into one strip, the worst of a span on top", () => {
    const { strips, worst } = statisticsOf(tests);
    expect(strips).toHaveLength(1);
    expect(strips[0]).toMatchObject({ tests: 6, delivered: 3, altered: 2 });
    expect(strips[0]?.cells).toContain("replaced");
    expect(worst).toHaveLength(2);
  });

  it("takes the nearest rank for a quantile", () => {
    expect([0.5, 0.9, 0.99].map((share) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share))).toEqual([
      5, 9, 10,
    ]);
    expect(quantile([], 0.5)).toBeNull();
  });
});
