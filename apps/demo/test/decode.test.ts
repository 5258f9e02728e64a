import { describe, expect, it } from "vitest";
import { SAMPLES } from "../src/decode/samples.generated.ts";
import { drop, hasChromium, paste, serveForTests } from "./open-page.ts";
import { chip } from "./page-parts.ts";
import { SAMPLE_TEXTS } from "./sample-texts.ts";

const TESTSMS = SAMPLES[0]?.input ?? "";
const TURKISH = SAMPLES.find(({ name }) => name === "Turkish shift table")?.input ?? "";
const TELQ = SAMPLES[1]?.input ?? "";

const open = serveForTests();

describe.skipIf(!hasChromium)("examples", () => {
  it("are one click away and show what they promise", async () => {
    const { page, close } = await open();
    const bubbles = page.locator(".bubble");
    for (const [name, expected] of [
      ["TestSMS document", ["AAA"]],
      ["TelQ document", ["ernykarny fgCfWsd"]],
      ["Arabic in two parts", [SAMPLE_TEXTS.arabic]],
      ["Emoji split across parts", [SAMPLE_TEXTS.emoji]],
      ["Turkish shift table", [SAMPLE_TEXTS.turkish]],
      ["Cut", ["This message was cut on its wa"]],
      ["Vendor's JSON", ["kTqwZrWmXd is your code"]],
    ] as const) {
      await chip(page, name).click();
      await expect.poll(() => bubbles.allTextContents()).toEqual(expected);
      await expect.poll(() => page.locator("octet-grid .octet").count()).toBeGreaterThan(20);
    }
    await close();
  });

  it("show sender, time with zone, SMSC with its country, alphabet and parts", async () => {
    const { page, close } = await open();
    await chip(page, "Turkish shift table").click();
    const card = page.locator(".message");
    await expect.poll(() => card.locator(".sender").textContent()).toBe("Bankam");
    expect(await card.locator("time").textContent()).toBe("4 Nov 2026, 12:07:08 UTC+03:00");
    expect(await card.locator("time").getAttribute("datetime")).toBe("2026-11-04T12:07:08+03:00");
    expect(await card.locator(".smsc").textContent()).toContain("+905329010000");
    expect(await card.locator(".smsc .flag").getAttribute("aria-label")).toBe("Türkiye");
    expect(await card.locator(".facts").textContent()).toContain("GSM 7-bit, Turkish single shift");
    expect(await card.locator(".parts").getAttribute("aria-label")).toBe("1 part");
    await close();
  });

  it("show right-to-left text as such", async () => {
    const { page, close } = await open();
    await chip(page, "Arabic in two parts").click();
    const bubble = page.locator(".bubble");
    await bubble.waitFor();
    expect(await bubble.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    await close();
  });

  it("leave a hollow block and a gap where a part is missing, and choose parts by click and focus", async () => {
    const { page, close } = await open();
    await chip(page, "A part missing").click();
    const hollow = page.locator(".part.hollow");
    await expect.poll(() => hollow.getAttribute("aria-label")).toBe("part 2 of 3 is missing");
    expect(await page.locator(".gap-in-text").textContent()).toBe("part 2 is missing");
    const facts = page.locator(".inspector-facts");
    expect(await facts.textContent()).toBe("part 1 of 3 · 159 octets · line 2");
    await page.getByRole("button", { name: "part 3 of 3" }).click();
    expect(await facts.textContent()).toBe("part 3 of 3 · 132 octets · line 1");
    await page.getByRole("button", { name: "part 1 of 3" }).focus();
    expect(await facts.textContent()).toContain("part 1 of 3");
    await close();
  });

  it("show a PDU that cannot be decoded in its place, as far as it goes", async () => {
    const { page, close } = await open();
    await chip(page, "Cut").click();
    const failure = page.locator(".message.failure");
    await expect.poll(() => failure.locator(".code").textContent()).toBe("CUT");
    expect(await failure.locator(".parts-words").textContent()).toBe("line 2, TP-SCTS, octet 20");
    await failure.click();
    await expect.poll(() => page.locator(".diagnostics li").last().getAttribute("data-code")).toBe("CUT");
    expect(await page.locator(".octet:not(.gap)").count()).toBe(21);
    expect(await page.locator(".octet.gap").count()).toBe(1);
    expect(await page.locator(".field-name").allTextContents()).toContain("TP-OA");
    await close();
  });
});

describe.skipIf(!hasChromium)("input", () => {
  it("is decoded as one types", async () => {
    const { page, close } = await open();
    await page.locator("#source").pressSequentially(TESTSMS.slice(0, 40));
    await expect.poll(() => page.locator(".code").textContent()).toBe("CUT");
    await page.locator("#source").pressSequentially(TESTSMS.slice(40));
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["AAA"]);
    await page.locator("#source").fill("");
    await expect.poll(() => page.locator(".results").isVisible()).toBe(false);
    await close();
  });

  it("may be a vendor's JSON, pasted", async () => {
    const { page, close } = await open();
    const results = [
      { id: 1, pdusDelivered: [TELQ] },
      { id: 2, pdu: TESTSMS },
      { id: 3, pdu: null },
    ];
    await paste(page, JSON.stringify({ content: results }, null, 2));
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["ernykarny fgCfWsd", "AAA"]);
    expect(await page.locator("#source-status").textContent()).toBe("JSON: 2 messages from 2 PDUs");
    expect(await page.locator(".inspector-facts").textContent()).toContain("content[0].pdusDelivered[0]");
    await close();
  });

  it("may be a dropped file", async () => {
    const { page, close } = await open();
    await drop(page, "results.csv", `id;pdusDelivered\n1;${TESTSMS}\n2;${TELQ}\n`);
    await expect
      .poll(() => page.locator("#source-status").textContent())
      .toBe("Table: 2 messages from 2 PDUs");
    expect(await page.locator("#source").inputValue()).toContain("pdusDelivered");
    await close();
  });

  it("says in its place what is wrong", async () => {
    const { page, close } = await open();
    await page.locator("#source").fill(`hello\n${TESTSMS}\n${TESTSMS.slice(0, 20)}xyz`);
    await expect.poll(() => page.locator(".message").count()).toBe(3);
    expect(await page.locator(".message.failure .parts-words").allTextContents()).toEqual([
      "line 1, PDU, octet 0",
      "line 3, PDU, octet 10",
    ]);
    await page.locator(".message.failure").last().click();
    expect(await page.locator(".octet.rest").textContent()).toBe("xyz");
    await close();
  });

  it("of 20 MB does not stop the page and is shown in part", async () => {
    const { page, close } = await open();
    const dropped = performance.now();
    await page.evaluate((pdu) => {
      const data = new DataTransfer();
      const line = `${pdu}\n`;
      data.items.add(new File([line.repeat(Math.ceil(20_000_000 / line.length))], "night.txt"));
      // Longest time that the page's own thread was held, in milliseconds.
      const held = { worst: 0, last: performance.now() };
      const beat = (): void => {
        const now = performance.now();
        held.worst = Math.max(held.worst, now - held.last);
        held.last = now;
        document.body.dataset["held"] = String(Math.round(held.worst));
        setTimeout(beat, 10);
      };
      beat();
      document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
    }, TURKISH);
    await expect
      .poll(() => page.locator("#source-status").textContent())
      .toMatch(/^104,\d{3} messages from 104,\d{3} PDUs, too many for a link$/);
    expect(await page.locator(".message").count()).toBe(200);
    expect(await page.locator(".more").textContent()).toMatch(
      /^The first 200 messages of 104,\d{3} are shown\.$/,
    );
    expect(await page.locator(".file-name").textContent()).toBe("night.txt");
    // A tenth of it, on a busy machine as well; a page that decoded in its own thread would be held for nearly all.
    const took = performance.now() - dropped;
    expect(Number(await page.locator("body").getAttribute("data-held"))).toBeLessThan(took / 2);
    await close();
  });

  it("of the wrong kind is refused with a reason", async () => {
    const { page, close } = await open();
    await drop(page, "results.gz", [0x1f, 0x8b, 8, 0]);
    await expect
      .poll(() => page.locator(".source-notice:visible").textContent())
      .toBe("The file is compressed with gzip. Unpack it first.");
    expect(await page.locator(".results").isVisible()).toBe(false);
    await close();
  });
});

describe.skipIf(!hasChromium)("the address bar", () => {
  it("holds the PDUs, so that a colleague sees the same", async () => {
    const { page, close } = await open();
    await chip(page, "A part missing").click();
    await page.getByRole("button", { name: "part 3 of 3" }).click();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#decode\?pdu=0791[0-9A-F,]+&at=1$/);
    const { hash } = new URL(page.url());
    const shown = await page.locator(".bubble").textContent();
    await close();
    const colleague = await open({}, hash);
    await expect.poll(() => colleague.page.locator(".bubble").textContent()).toBe(shown);
    expect(await colleague.page.locator(".inspector-facts").textContent()).toContain("part 3 of 3");
    expect(new URL(colleague.page.url()).hash).toBe(hash);
    await colleague.close();
  });

  it("keeps the parts of different results apart", async () => {
    const parts = (SAMPLES.find(({ name }) => name === "Arabic in two parts")?.input ?? "").split("\n");
    const { page, close } = await open();
    await paste(page, JSON.stringify(parts.map((pdu) => ({ pdu }))));
    await expect.poll(() => page.locator(".message").count()).toBe(2);
    const { hash } = new URL(page.url());
    await close();
    const colleague = await open({}, hash);
    await expect.poll(() => colleague.page.locator(".message").count()).toBe(2);
    await colleague.close();
  });

  it("goes back and forward, the field as it was", async () => {
    const { page, close } = await open();
    const text = page.locator("#source");
    await chip(page, "Vendor's JSON").click();
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["kTqwZrWmXd is your code"]);
    const json = await text.inputValue();
    await chip(page, "TestSMS document").click();
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["AAA"]);
    await text.press("Control+End");
    await text.pressSequentially("\n07");
    await expect.poll(() => page.locator(".message").count()).toBe(2);
    await page.goBack();
    await expect.poll(() => page.locator(".message").count()).toBe(1);
    await page.goBack();
    await expect.poll(() => text.inputValue()).toBe(json);
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["kTqwZrWmXd is your code"]);
    await page.goForward();
    await expect.poll(() => page.locator(".bubble").allTextContents()).toEqual(["AAA"]);
    await close();
  });

  it("says when a link is damaged", async () => {
    const { page, close } = await open({}, "#decode?pdu=0791%E0%A4");
    await expect
      .poll(() => page.locator(".source-notice:visible").textContent())
      .toContain("The link is damaged");
    await close();
  });
});
