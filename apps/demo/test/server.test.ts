import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../dist/server/main.js", import.meta.url));

it.each(["SIGTERM", "SIGINT"] as const)(
  "prints where it is, serves the page and ends cleanly on %s",
  async (signal) => {
    const server = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let talk = "";
    server.stdout.on("data", (data) => (output += data));
    server.stderr.on("data", (data) => (talk += data));
    onTestFinished(() => void server.kill("SIGKILL"));
    const ended = once(server, "exit");
    await expect.poll(() => output).toContain("\n");
    const [page = "", sandbox = "", ...rest] = output.split("\n");
    expect(page).toMatch(/^smsproof is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C ends it\)$/);
    expect(sandbox).toMatch(/^Its sandbox can be watched at http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(rest).toEqual([""]);
    const inspector = await fetch(/http:\S+/.exec(sandbox)?.[0] ?? "");
    expect(await inspector.text()).toContain("smsproof sandbox");
    // A connection that is kept open must not keep the server alive.
    const response = await fetch(/http:\S+/.exec(output)?.[0] ?? "");
    expect(await response.text()).toContain("What did the handset really get?");
    // Neither must a test that runs, nor a page that follows it.
    const api = new URL("api/", /http:\S+/.exec(page)?.[0] ?? "");
    const id = crypto.randomUUID();
    const test = {
      id,
      vendor: "sandbox",
      sender: "A",
      text: "{testText}",
      destinations: [{ network: "206-10" }],
    };
    const headers = { "content-type": "application/json" };
    const started = await fetch(new URL("campaigns", api), {
      method: "POST",
      headers,
      body: JSON.stringify(test),
    });
    expect(started.status).toBe(201);
    const following = (await fetch(new URL(`campaigns/${id}/events`, api))).body?.getReader();
    await following?.read();
    server.kill(signal);
    following?.closed.catch(() => undefined);
    expect(await ended).toEqual([0, null]);
    expect(talk).toBe("");
  },
);

it.each([
  ["PORT", "http", 'PORT is "http"; it takes a whole number from 0 to 65535.\n'],
  ["SANDBOX_SPEED", "fast", 'SANDBOX_SPEED is "fast"; it takes a whole number from 1 to 1,000.\n'],
])("refuses a %s that is none", async (name, value, words) => {
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: "0", [name]: value },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let talk = "";
  server.stderr.on("data", (data) => (talk += data));
  expect(await once(server, "exit")).toEqual([1, null]);
  expect(talk).toBe(words);
});
