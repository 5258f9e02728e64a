import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether the tests of the page can run here; says so aloud when not. */
export const hasChromium: boolean = existsSync(executablePath);
if (!hasChromium)
  console.warn(
    `There is no Chromium at ${executablePath}: the tests of the page are skipped. Set CHROMIUM to run them.`,
  );

/** The page, and everything that must not happen there. */
export interface OpenPage {
  readonly page: Page;
  /** Fails when the console had an error or a request left the server. */
  readonly close: () => Promise<void>;
}

/** Variables of the server's environment. */
export type Environment = Readonly<Record<string, string>>;

/** A browser window, kept for all tests of a file that want the same kind: a new one costs half a second. */
interface Window {
  readonly page: Page;
  readonly troubles: string[];
}

/**
 * Starts the built server and a browser around the tests of a file; the function returned opens the page anew. `variables`
 * join the server's environment; those that are made by the tests themselves are asked for when it starts.
 */
export function serveForTests(
  variables: Environment | (() => Promise<Environment>) = {},
): (options?: BrowserContextOptions, hash?: string) => Promise<OpenPage> {
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let url = "";
  const windows = new Map<string, Window>();
  beforeAll(async () => {
    if (!hasChromium) return;
    const main = fileURLToPath(new URL("../dist/server/main.js", import.meta.url));
    server = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        PORT: "0",
        ...(typeof variables === "function" ? await variables() : variables),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (!server.stdout) throw new Error("the server has no output");
    const [line] = await once(server.stdout, "data");
    url = /http:\S+/.exec(String(line))?.[0] ?? "";
    const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill("SIGTERM");
  });
  return async (options = {}, hash = "") => {
    if (!browser) throw new Error("no browser");
    const kind = JSON.stringify(options);
    const window = windows.get(kind) ?? (await newWindow(browser, url, options));
    windows.set(kind, window);
    const { page, troubles } = window;
    troubles.length = 0;
    if (page.url().startsWith(url)) {
      // A new hash alone loads nothing, and another origin in between would cost a process.
      await page.evaluate((address) => history.replaceState(null, "", address), url + hash);
      await page.reload();
    } else await page.goto(url + hash);
    await page.mouse.move(0, 0);
    return { page, close: async () => expect(troubles).toEqual([]) };
  };
}

async function newWindow(browser: Browser, url: string, options: BrowserContextOptions): Promise<Window> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) troubles.push(`left the machine: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on("dialog", (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, troubles };
}

/** Puts a file into the window as if it had been dropped. */
export async function drop(page: Page, name: string, content: string | readonly number[]): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([typeof text === "string" ? text : new Uint8Array(text)], fileName));
      const target = document.querySelector("source-field") ?? document.body;
      target.dispatchEvent(
        new DragEvent("dragenter", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
}

/** Pastes a text with the browser's own event. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#source").focus();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    const field = document.activeElement;
    if (field?.dispatchEvent(event)) document.execCommand("insertText", false, pasted);
  }, text);
}
