import { decodeDeliver } from "@smsproof/pdu";
import { describe, expect, it } from "vitest";
import { SAMPLES } from "../src/decode/samples.generated.ts";
import { hasChromium, serveForTests } from "./open-page.ts";
import { chip, field, litFields, litOctets, octet } from "./page-parts.ts";
import { SAMPLE_TEXTS } from "./sample-texts.ts";

const TELQ = SAMPLES[1]?.input ?? "";
const open = serveForTests();
const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe.skipIf(!hasChromium)("octets and fields", () => {
  it("light each other by pointer", async () => {
    const { page, close } = await open();
    await chip(page, "TelQ document").click();
    await field(page, "TP-SCTS").hover();
    await expect.poll(() => litOctets(page)).toEqual(upTo(20, 27));
    expect(await litFields(page)).toEqual(["TP-SCTS"]);
    await octet(page, 12).hover();
    await expect.poll(() => litFields(page)).toEqual(["TP-OA"]);
    expect(await litOctets(page)).toEqual(upTo(11, 18));
    expect(await page.locator(".octet.exact").getAttribute("data-offset")).toBe("12");
    await page.mouse.move(2, 2);
    await expect.poll(() => litOctets(page)).toEqual([]);
    await close();
  });

  it("light each other by focus, and that stays when the pointer passes", async () => {
    const { page, close } = await open();
    await chip(page, "TelQ document").click();
    await octet(page, 19).focus();
    await expect.poll(() => litFields(page)).toEqual(["TP-DCS"]);
    expect(await octet(page, 19).getAttribute("aria-selected")).toBe("true");
    expect(await octet(page, 19).getAttribute("aria-label")).toMatch(/^octet 19, 80, TP-DCS: .*, info$/);
    await octet(page, 0).hover();
    await expect.poll(() => litFields(page)).toEqual(["SMSC length"]);
    await page.mouse.move(2, 2);
    await expect.poll(() => litFields(page)).toEqual(["TP-DCS"]);
    await field(page, "TP-UDL").focus();
    await expect.poll(() => litOctets(page)).toEqual([27]);
    await close();
  });

  it("carry their diagnostics, and the list leads there", async () => {
    const { page, close } = await open();
    await chip(page, "TelQ document").click();
    await expect.poll(() => page.locator('.octet[data-severity="warning"]').count()).toBe(7);
    expect(await field(page, "TP-SCTS").locator(".in-place").textContent()).toContain("is no possible time");
    await page.getByRole("button", { name: "TP-SCTS, octets 20 to 26" }).click();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["offset"])).toBe("20");
    await close();
  });

  it("show which bits became which letter", async () => {
    const { page, close } = await open();
    await chip(page, "TestSMS document").click();
    await field(page, "TP-UD").getByRole("button").click();
    const letters = page.locator(".letter");
    await expect.poll(() => letters.locator(".glyph").allTextContents()).toEqual(["A", "A", "A", "padding"]);
    expect(await letters.locator(".bits").allTextContents()).toEqual([
      "1000001",
      "1000001",
      "1000001",
      "000",
    ]);
    expect(await letters.nth(1).locator(".bits > span").allTextContents()).toEqual(["100000", "1"]);
    expect(await letters.locator(".from").allTextContents()).toEqual(["27", "28 27", "29 28", "29"]);
    await letters.nth(1).hover();
    await expect.poll(() => litOctets(page)).toEqual([27, 28]);
    await octet(page, 27).hover();
    await expect.poll(() => page.locator(".letter.lit").count()).toBe(2);
    expect(await page.locator(".reading").textContent()).toContain("1 A1000001 A");
    await close();
  });

  it("show escapes as escapes and what they announce as one letter", async () => {
    const { page, close } = await open();
    await chip(page, "Turkish shift table").click();
    await field(page, "TP-UD").getByRole("button").click();
    await expect.poll(() => page.locator(".letter .glyph").first().textContent()).toBe("fill");
    expect((await page.locator(".letter .glyph").allTextContents()).slice(1, 4)).toEqual(["ESC", "Ş", "i"]);
    await close();
  });
});

describe.skipIf(!hasChromium)("the keyboard alone", () => {
  it("reaches everything", async () => {
    const { page, close } = await open();
    const press = (key: string) => page.keyboard.press(key);
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      );
    // First the row of tabs, then the field.
    await press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("tab-decode");
    await press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("source");
    while ((await focused()) !== "A part missing") await press("Tab");
    await press("Enter");
    await page.locator(".part").first().waitFor();
    while (!(await focused()).startsWith("part 1 of 3")) await press("Tab");
    await press("ArrowRight");
    expect(await focused()).toBe("part 3 of 3, line 1");
    expect(await page.locator(".inspector-facts").textContent()).toContain("part 3 of 3");
    while (!(await focused()).startsWith("octet 0")) await press("Tab");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "End", "Home", "ArrowUp", "ArrowLeft"])
      await press(key);
    expect(await focused()).toMatch(/^octet 0,/);
    await press("Control+End");
    expect(await focused()).toMatch(/^octet 131,/);
    await press("Tab");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("field"))).toBe(true);
    await press("End");
    expect(await litFields(page)).toEqual(["TP-UD"]);
    await press("ArrowRight");
    await page.locator(".letter").first().waitFor();
    await press("Tab");
    await press("ArrowRight");
    await press("ArrowRight");
    expect(await focused()).toBe("h, bits 1101000 of octet 35");
    await press("Shift+Tab");
    await press("ArrowLeft");
    expect(await page.locator(".letter").count()).toBe(0);
    await close();
  });
});

describe.skipIf(!hasChromium)("copying", () => {
  it("gives the message value as JSON and says so", async () => {
    const { page, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await chip(page, "TelQ document").click();
    await page.getByRole("button", { name: "Copy as JSON" }).click();
    await expect.poll(() => page.locator(".copy").textContent()).toBe("Copied");
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(
      JSON.parse(JSON.stringify(decodeDeliver(TELQ))),
    );
    await expect.poll(() => page.locator(".copy").textContent()).toBe("Copy as JSON");
    await close();
  });

  it("gives the whole message, and for a failure its error and input", async () => {
    const { page, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const copied = async (): Promise<unknown> =>
      JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    await chip(page, "Emoji split across parts").click();
    await page.getByRole("button", { name: "Copy whole message" }).click();
    await page.locator(".copy.done").waitFor();
    expect(await copied()).toMatchObject({
      type: "message",
      text: SAMPLE_TEXTS.emoji,
      parts: [{ type: "SMS-DELIVER" }, { type: "SMS-DELIVER" }],
    });
    await page.locator("#source").fill("0791");
    await page.locator(".message.failure").waitFor();
    await page.getByRole("button", { name: "Copy as JSON" }).click();
    await page.locator(".copy.done").waitFor();
    expect(await copied()).toMatchObject({
      error: {
        code: expect.any(String),
        message: expect.any(String),
        field: expect.any(String),
        offset: expect.any(Number),
      },
      input: "0791",
    });
    await close();
  });
});
