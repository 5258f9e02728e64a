// Takes the pictures in docs/ of the built page: npm run build, then npm run screenshots.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}: set CHROMIUM.`);
const folder = process.argv[2] ?? fileURLToPath(new URL("../docs", import.meta.url));
const server = spawn(process.execPath, [fileURLToPath(new URL("../dist/server/main.js", import.meta.url))], {
  env: { ...process.env, PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(server.stdout, "data");
const url = /http:\S+/.exec(String(line))[0];
const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"];
const browser = await chromium.launch({ executablePath, args });

/** Shows an example, does what `act` says, keeps the picture. */
async function shoot(name, { width, height, colorScheme, sample, act = async () => {}, fullPage = false }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await page.goto(url);
  await page.getByRole("button", { name: sample, exact: true }).click();
  await page.locator("octet-grid .octet").first().waitFor();
  await act(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  await page.close();
}

/** Shows an example of the comparison. */
async function shootComparison(name, { width, height, colorScheme, sample, point, fullPage = false }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await page.goto(`${url}#compare`);
  await page.getByRole("button", { name: sample, exact: true }).click();
  await page.locator(".texts").waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement.blur());
  if (point) await page.locator(point).first().hover();
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  await page.close();
}

/** Runs a test in the sandbox to its end, opens one of its rows unless `row` is null, keeps the picture. */
async function shootRouteTest(
  name,
  { width, height, colorScheme, row = null, fullPage = false, until = /^Finished/ },
) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await page.goto(`${url}#route-test`);
  await page.locator(".network-choice").first().waitFor();
  if (until !== null) {
    await page.locator("#route-start").click();
    await page.locator(".run-status").filter({ hasText: until }).waitFor();
  }
  if (row !== null) {
    await page.locator(".row-button").nth(row).click();
    await page.locator("row-detail .finding").first().waitFor();
    await page.evaluate(() => document.activeElement.blur());
  }
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  await page.close();
}

const telq = async (page) => {
  await page.locator('.octet[data-offset="21"]').click();
};
const cut = async (page) => {
  await page.locator(".field", { hasText: "TP-UD" }).last().getByRole("button").click();
  await page.locator(".letter").nth(4).focus();
};
const letters = async (page) => {
  await page.locator(".field", { hasText: "TP-UD" }).last().getByRole("button").click();
  await page.locator(".letter").nth(29).scrollIntoViewIfNeeded();
  await page.locator(".letter").nth(2).focus();
  await page.evaluate(() => scrollTo(0, 0));
};
const desktop = { width: 1280, height: 860 };
const phone = { width: 360, height: 780, fullPage: true };
try {
  await shoot("decode-light", { ...desktop, colorScheme: "light", sample: "TelQ document", act: telq });
  await shoot("decode-dark", {
    ...desktop,
    colorScheme: "dark",
    sample: "Turkish shift table",
    act: letters,
  });
  await shootComparison("compare-light", {
    ...desktop,
    height: 1000,
    colorScheme: "light",
    sample: "Four at once",
    point: "[data-code=URL_SHORTENED]",
  });
  await shootRouteTest("route-test-light", { ...desktop, height: 1000, colorScheme: "light", row: 3 });
  await shootRouteTest("route-test-dark", { ...desktop, colorScheme: "dark", until: /^[2-6] of 8/ });
  if (process.argv[2]) {
    await shootRouteTest("route-test-form-light", { ...desktop, colorScheme: "light", until: null });
    await shootRouteTest("route-test-form-phone", { ...phone, colorScheme: "dark", until: null });
    await shootRouteTest("route-test-phone", { ...phone, colorScheme: "light", row: 7 });
    for (const [file, sample] of [
      ["suffix", "Generic sender, opt-out added"],
      ["mojibake", "Mojibake"],
      ["look-alike", "Look-alike letters"],
      ["part-lost", "Part lost"],
      ["link", "Link rewritten"],
      ["abroad", "PDU from abroad"],
      ["same", "Same"],
    ])
      await shootComparison(`compare-${file}-light`, {
        ...desktop,
        colorScheme: "light",
        sample,
        fullPage: true,
      });
    await shootComparison("compare-dark", {
      ...desktop,
      colorScheme: "dark",
      sample: "PDU from abroad",
      fullPage: true,
    });
    await shootComparison("compare-phone", { ...phone, colorScheme: "dark", sample: "PDU from abroad" });
    await shoot("missing-dark", { ...desktop, colorScheme: "dark", sample: "A part missing", act: telq });
    await shoot("arabic-light", { ...desktop, colorScheme: "light", sample: "Arabic in two parts" });
    await shoot("cut-light", { ...desktop, colorScheme: "light", sample: "Cut", act: cut, fullPage: true });
    await shoot("turkish-dark", {
      ...desktop,
      colorScheme: "dark",
      sample: "Turkish shift table",
      act: cut,
      fullPage: true,
    });
    await shoot("emoji-light", {
      ...desktop,
      colorScheme: "light",
      sample: "Emoji split across parts",
      act: cut,
    });
    await shoot("phone-light", { ...phone, colorScheme: "light", sample: "TelQ document", act: telq });
    await shoot("phone-dark", { ...phone, colorScheme: "dark", sample: "Cut", act: cut });
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
}
