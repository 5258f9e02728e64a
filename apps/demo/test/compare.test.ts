import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { COMPARISON_SAMPLES } from "../src/compare/comparison-samples.ts";
import { SAMPLES } from "../src/decode/samples.generated.ts";
import { hasChromium, serveForTests } from "./open-page.ts";
import { overflow, weakTexts } from "./page-looks.ts";
import { chip } from "./page-parts.ts";

const open = serveForTests();
const PDU = SAMPLES[0]?.input ?? "";

const verdicts = (page: Page): Promise<readonly string[]> =>
  page
    .locator(".texts .verdict")
    .evaluateAll((badges) => badges.map((badge) => (badge as HTMLElement).dataset["verdict"] ?? ""));
const codes = (page: Page): Promise<readonly string[]> =>
  page
    .locator(".finding .code")
    .first()
    .locator("xpath=ancestor::ol")
    .locator("header .code")
    .allTextContents();
const marks = (page: Page, side: string): Locator => page.locator(`.texts .${side} .difference:not(.point)`);
const shown = (page: Page, side: string): Locator => page.locator(`.texts .bubble.${side}`);

/** Texts of differences with their kinds: `added  Reply STOP`. */
async function kinds(page: Page, side: "sent" | "delivered"): Promise<readonly string[]> {
  return marks(page, side).evaluateAll((all) =>
    all.map((one) => `${(one as HTMLElement).dataset["kind"]} ${one.textContent}`),
  );
}

describe.skipIf(!hasChromium)("comparing", () => {
  it("goes on as one types", async () => {
    const { page, close } = await open({}, "#compare");
    await page.locator("#sent-sender").fill("ACME");
    await page.locator("#sent-text").fill("Your code is 482913");
    await expect
      .poll(() => page.locator("#compare-status").textContent())
      .toBe("Fill in what was delivered, or its PDUs.");
    await page.locator("#delivered-sender").pressSequentially("ACME");
    await page.locator("#delivered-text").pressSequentially("Your code is 482913");
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "SAME"]);
    expect(await page.locator(".no-findings").textContent()).toBe(
      "The sender and the text arrived exactly as sent.",
    );
    await page.locator("#delivered-text").press("Control+End");
    await page.locator("#delivered-text").pressSequentially(". Reply STOP");
    await expect.poll(() => kinds(page, "delivered")).toEqual(["added . Reply STOP"]);
    expect(await verdicts(page)).toEqual(["SAME", "ALTERED"]);
    expect(await page.locator("#compare-status").textContent()).toBe("Sender same, text altered: 1 finding");
    await page.locator("#delivered-sender").fill("");
    await expect.poll(() => verdicts(page)).toEqual(["UNKNOWN", "ALTERED"]);
    await page.locator("#sender-arrived-empty").check();
    await expect.poll(() => verdicts(page)).toEqual(["MISSING", "ALTERED"]);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect.poll(() => page.locator(".compared").isVisible()).toBe(false);
    await close();
  });

  it("marks every kind of difference in its own colour and its own line", async () => {
    const { page, close } = await open({}, "#compare");
    const looks = new Map<string, string>();
    for (const [name, side, expected] of [
      ["Generic sender, opt-out added", "delivered", ["replaced INFO", "added  Reply STOP to opt out"]],
      ["Part lost", "sent", [expect.stringMatching(/^lost utes early .+ patient$/)]],
      [
        "Link rewritten",
        "sent",
        ["changed iwi", "changed ost", "replaced https://kiwipost.example/track/7781?lang=en"],
      ],
    ] as const) {
      await chip(page, name).click();
      await expect.poll(() => kinds(page, side)).toEqual(expected);
      const styles = await marks(page, side).evaluateAll((all) =>
        all.map((one) => {
          const { backgroundColor, textDecorationLine, textDecorationStyle } = getComputedStyle(one);
          return [
            (one as HTMLElement).dataset["kind"],
            backgroundColor,
            `${textDecorationLine} ${textDecorationStyle}`,
          ];
        }),
      );
      for (const [kind = "", colour, line] of styles) looks.set(kind, `${colour} | ${line}`);
    }
    expect([...looks.keys()].sort()).toEqual(["added", "changed", "lost", "replaced"]);
    for (const part of [0, 1])
      expect(new Set([...looks.values()].map((look) => look.split(" | ")[part])).size).toBe(4);
    await close();
  });

  it("shows findings with proof, and lights their places in the texts", async () => {
    const { page, close } = await open({}, "#compare");
    await chip(page, "Mojibake").click();
    const card = page.locator('.finding[data-code="ENC_UTF8_AS_LATIN1"]');
    await expect
      .poll(() => card.locator(".proof").textContent())
      .toBe("UTF-8 octets read as windows-1252 reproduces the delivered text exactly.");
    await card.hover();
    await expect.poll(() => page.locator(".difference.lit").count()).toBe(12);
    await page.mouse.move(0, 0);
    await expect.poll(() => page.locator(".difference.lit").count()).toBe(0);
    await chip(page, "Look-alike letters").click();
    await expect.poll(() => page.locator(".finding").count()).toBe(2);
    await marks(page, "delivered").first().hover();
    await expect
      .poll(() => page.locator(".finding.lit .proof").textContent())
      .toBe("Letters by number: U+0061 → U+0430");
    await page.locator(".finding").nth(1).focus();
    await expect.poll(() => page.locator(".difference.lit").count()).toBe(10);
    await close();
  });

  it("tells what the PDUs know of the route and leads to their octets and back", async () => {
    const { page, close } = await open({}, "#compare");
    await chip(page, "PDU from abroad").click();
    const route = page.locator(".route");
    await expect
      .poll(() => route.locator("dd").allTextContents())
      .toEqual([
        "what the PDUs hold",
        "TR +905329010000",
        "2026-11-04 12:07:08 UTC+03:00",
        "GSM 7-bit",
        "1 part",
      ]);
    expect(await codes(page)).toContain("ROUTE_SMSC_FOREIGN");
    await route.getByRole("link").click();
    await page.locator("octet-grid .octet").first().waitFor();
    expect(await page.locator("compare-tab").isVisible()).toBe(false);
    await page.getByRole("tab", { name: "Compare" }).click();
    await expect.poll(() => page.locator("#sent-sender").inputValue()).toBe("Bankam");
    await expect.poll(() => route.isVisible()).toBe(true);
    await close();
  });
});

describe.skipIf(!hasChromium)("between the tabs", () => {
  it("a decoded message is carried over with sender, text and PDUs", async () => {
    const { page, close } = await open();
    await chip(page, "A part missing").click();
    await page.locator(".carry").click();
    const pdus = (SAMPLES.find(({ name }) => name === "A part missing")?.input ?? "").split("\n");
    await expect.poll(() => page.locator("#delivered-pdus").inputValue()).not.toBe("");
    expect((await page.locator("#delivered-pdus").inputValue()).split("\n").sort()).toEqual([...pdus].sort());
    expect(await page.locator("#compare-status").textContent()).toBe("Fill in what was sent.");
    const text = await page.locator("#delivered-text").inputValue();
    expect(text.length).toBeGreaterThan(100);
    await page.locator("#sent-text").fill(text);
    await expect.poll(() => codes(page)).toContain("EVIDENCE_PDU_INCOMPLETE");
    await page.goBack();
    await expect.poll(() => page.locator("#sent-text").inputValue()).toBe("");
    await page.goBack();
    await expect.poll(() => page.locator(".message").isVisible()).toBe(true);
    await close();
  });

  it("each keeps what it holds, and the keyboard leads from one to the other", async () => {
    const { page, close } = await open();
    await page.locator("#source").fill(PDU);
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["AAA"]);
    await page.getByRole("tab", { name: "Decode" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("#sent-sender").isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Compare");
    await chip(page, "Same").click();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "SAME"]);
    await page.getByRole("tab", { name: "Decode" }).click();
    await expect.poll(() => page.locator("#source").inputValue()).toBe(PDU);
    await page.goBack();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "SAME"]);
    await close();
  });

  it("Decode alone loads neither the engine nor the other tab", async () => {
    const { page, close } = await open();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await chip(page, "TestSMS document").click();
    await page.locator("octet-grid .octet").first().waitFor();
    expect(asked.filter((url) => url.includes("compare"))).toEqual([]);
    await page.getByRole("tab", { name: "Compare" }).click();
    await chip(page, "Same").click();
    await page.locator(".no-findings").waitFor();
    await close();
  });
});

describe.skipIf(!hasChromium)("the address bar", () => {
  it("holds the comparison, so that a colleague sees the same", async () => {
    const { page, close } = await open({}, "#compare");
    await chip(page, "Look-alike letters").click();
    await expect.poll(() => verdicts(page)).toEqual(["ALTERED", "ALTERED"]);
    const { hash } = new URL(page.url());
    expect(hash).toMatch(/^#compare\?from=PayPost&text=Your%20PayPost/);
    const before = await page.locator("comparison-view").textContent();
    await close();
    const colleague = await open({}, hash);
    await expect.poll(() => colleague.page.locator("comparison-view").textContent()).toBe(before);
    expect(await colleague.page.locator("#country").inputValue()).toBe("GB");
    expect(new URL(colleague.page.url()).hash).toBe(hash);
    await colleague.close();
  });

  it("goes back and forward, and says when it is damaged", async () => {
    const { page, close } = await open({}, "#compare");
    await chip(page, "Same").click();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "SAME"]);
    await chip(page, "Mojibake").click();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "ALTERED"]);
    await page.goBack();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "SAME"]);
    await page.goForward();
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "ALTERED"]);
    await close();
    const damaged = await open({}, "#compare?text=%E0%A4");
    await expect
      .poll(() => damaged.page.locator("comparison-form .source-notice").textContent())
      .toBe("The link is damaged: its texts cannot be read.");
    await damaged.close();
  });
});

describe.skipIf(!hasChromium)("hostile texts", () => {
  it("stay texts, and what cannot be seen is named", async () => {
    const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const { page, close } = await open({}, "#compare");
    await page.locator("#sent-sender").fill("<b>A</b>");
    await page.locator("#sent-text").fill(`Hello ${html}`);
    await page.locator("#delivered-sender").fill("<i>B</i>");
    await page.locator("#delivered-text").fill(`Hello ${html}\u202e\u200b<svg onload=alert(3)>`);
    await expect.poll(() => shown(page, "sent").textContent()).toBe(`Hello ${html}`);
    await expect
      .poll(() => page.locator(".bubble.delivered .unseen").allTextContents())
      .toEqual(["RLO", "ZWSP"]);
    expect(await page.locator("comparison-view :is(img, script, svg, b, i)").count()).toBe(0);
    await close();
  });

  it("of the greatest length leave the page alive", async () => {
    const { page, close } = await open({}, "#compare");
    const words = (seed: number): string =>
      Array.from({ length: 1_500 }, (_, at) => ((at * 7_919 + seed) % 46_656).toString(36)).join(" ");
    await page.locator("#sent-text").fill(words(1));
    await page.locator("#delivered-text").fill(words(20_011));
    await expect.poll(() => verdicts(page)).toEqual(["REPLACED"]);
    expect(await page.locator("#compare-status").textContent()).toContain("Too long for a link");
    await close();
  });
});

describe.skipIf(!hasChromium).each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it("every text stands out from its ground, also where it is lit, and nothing is wider than a phone", async () => {
    const { page, close } = await open({ colorScheme, viewport: { width: 360, height: 740 } }, "#compare");
    expect(await overflow(page)).toBe(0);
    for (const { name } of COMPARISON_SAMPLES) {
      await chip(page, name).click();
      await expect.poll(() => page.locator("#sent-text").inputValue()).not.toBe("");
      await page.locator(".texts").waitFor();
      if (name !== "Same" && name !== "PDU from abroad") await page.locator(".finding").last().focus();
      expect(await weakTexts(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.locator("#delivered-text").fill("W".repeat(400));
    await expect.poll(() => verdicts(page)).toEqual(["SAME", "REPLACED"]);
    expect(await overflow(page)).toBe(0);
    await close();
  });
});
