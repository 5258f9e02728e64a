import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../dist/server/main.js", import.meta.url));

it.each(["SIGTERM", "SIGINT"] as const)(
  "prints one line, serves the page and ends cleanly on %s",
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
    expect(output).toMatch(/^smsproof is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C ends it\)\n$/);
    // A connection that is kept open must not keep the server alive.
    const response = await fetch(/http:\S+/.exec(output)?.[0] ?? "");
    expect(await response.text()).toContain("What did the handset really get?");
    server.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(talk).toBe("");
  },
);

it("refuses a PORT that is none", async () => {
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: "http" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let talk = "";
  server.stderr.on("data", (data) => (talk += data));
  expect(await once(server, "exit")).toEqual([1, null]);
  expect(talk).toBe('PORT is "http"; it takes a whole number from 0 to 65535.\n');
});
