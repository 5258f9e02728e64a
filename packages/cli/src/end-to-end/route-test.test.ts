import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mainPath, type RunResult, runCli } from "../testing/run-cli.ts";

interface Ready {
  readonly telq: string;
  readonly testsms: string;
  readonly smpp: string;
  readonly control: string;
}

const MESSAGE = ["--sender", "ACME", "--text", "Your code is {testText}"];
const running = new Set<ChildProcess>();
let folder = "";
let ready: Ready;
let env: Readonly<Record<string, string>> = {};
let via = "";
let clock: ReturnType<typeof setInterval> | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smsproof-cli-"));
  const sandbox = start(["sandbox", "--port", "0", "--smpp-port", "0", "--real-time"]);
  if (sandbox.stdout === null) throw new Error("no standard output");
  const [line] = await once(createInterface(sandbox.stdout), "line");
  ready = JSON.parse(line);
  env = {
    TELQ_BASE_URL: ready.telq,
    TELQ_APP_ID: "1",
    TELQ_APP_KEY: "sandbox-key",
    TESTSMS_BASE_URL: ready.testsms,
    TESTSMS_CLIENT_ID: "sandbox-client",
    TESTSMS_CLIENT_SECRET: "sandbox-secret",
  };
  via = ready.smpp.replace("smpp://", "smpp://sandbox:sandbox@");
});

afterAll(async () => {
  clearInterval(clock);
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [mainPath, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  running.add(child);
  return child;
}

async function control(method: string, path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${ready.control}${path}`, { method, headers, body: JSON.stringify(body) });
}

async function counts(): Promise<{ readonly messages: number; readonly telq: { readonly created: number } }> {
  const state = (await (await fetch(`${ready.control}/state`)).json()) as {
    readonly counts: Awaited<ReturnType<typeof counts>>;
  };
  return state.counts;
}

/** Lets the sandbox's hours pass faster than ours. */
function hasten(): void {
  clock ??= setInterval(() => void control("POST", "/advance", { ms: 3000 }).catch(() => undefined), 200);
}

function test(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  return runCli(["test", ...args], { env: { ...env, ...more } });
}

describe("smsproof test against a vendor, by a route of one's own", () => {
  const call = ["--vendor", "telq", "--network", "20610,26202", ...MESSAGE];

  it("stops at Ctrl-C between two steps, and goes on from there when asked to", async () => {
    await control("PUT", "/routes", { default: { delayed: 50_000 } });
    const store = join(folder, "store");
    const child = start(["test", ...call, "--via", via, "--yes", "--save", store]);
    const exit = once(child, "exit");
    let talk = "";
    child.stderr?.on("data", (chunk) => {
      talk += chunk;
    });
    await expect.poll(async () => (await counts()).messages, { timeout: 120_000 }).toBe(2);
    child.kill("SIGINT");
    expect(await exit).toEqual([130, null]);
    expect(talk).toContain("2 tests at telq: 2 credits.\n");
    const [, id = ""] = /smsproof test --resume ([\w-]+) goes on/.exec(talk) ?? [];
    expect(talk).toContain(`2 of 2 tests are still open. smsproof test --resume ${id} goes on.`);

    hasten();
    const resumed = await test(["--resume", id, "--save", store, "--via", via, "--format", "json"]);
    expect(resumed.stderr).toContain("0 tests at telq: 0 credits.\n");
    const report = JSON.parse(resumed.stdout);
    expect(report).toMatchObject({ campaign: id, outcome: "same", delivered: 2 });
    expect(resumed.status).toBe(0);
    expect(await counts()).toMatchObject({ telq: { created: 2 }, messages: 2 });

    const page = join(folder, "page.html");
    const shown = await runCli([
      "report",
      "--save",
      store,
      "--since",
      "1h",
      "--html",
      page,
      "--format",
      "csv",
    ]);
    expect(shown.stdout.split("\r\n")).toHaveLength(4);
    expect(shown.stdout).toContain(`${id},0,`);
    expect(shown.stderr).toBe(`2 tests in ${page}.\n`);
    expect(await readFile(page, "utf8")).toMatch(/^<!doctype html>[\s\S]*206-10[\s\S]*<\/html>\n$/);
  }, 240_000);

  it("sends by a gateway's template, and says as JUnit what it altered", async () => {
    hasten();
    await control("PUT", "/routes", { default: { senderReplaced: "INFO" } });
    const template = join(folder, "gateway.json");
    const json = { from: "{from}", to: "{to}", text: "{text}" };
    const request = { url: `${ready.control}/sms`, json, messageId: "id" };
    await writeFile(template, JSON.stringify({ ...request, headers: { "x-key": "{env:GATEWAY_KEY}" } }));
    const args = [
      "--vendor",
      "testsms",
      "--network",
      "26202",
      ...MESSAGE,
      "--via",
      `http:${template}`,
      "--yes",
    ];
    const { status, stdout } = await test([...args, "--format", "junit"], { GATEWAY_KEY: "hush" });
    expect(stdout).toContain('<failure type="SENDER_REPLACED_GENERIC"');
    expect(stdout).toContain('<testcase classname="testsms.http" name="262-02 ACME #0"');
    expect(status).toBe(1);
    const unset = await test(args);
    expect(unset).toMatchObject({ status: 2, stdout: "" });
    expect(unset.stderr).toContain("the variable GATEWAY_KEY is not set");
  }, 120_000);

  it("ends with 3 when a vendor takes no such key, and shows no secret", async () => {
    const { status, stdout, stderr } = await test([...call, "--via", via, "--yes"], {
      TELQ_APP_KEY: "no-such-key",
    });
    expect({ status, secret: /no-such-key|sandbox:sandbox/.test(stdout + stderr) }).toEqual({
      status: 3,
      secret: false,
    });
    expect(stdout).toMatch(/206-10 +refused /);
  }, 120_000);
});

describe("smsproof monitor", () => {
  it("runs a round of each route, tells what changed, then by schedule until Ctrl-C", async () => {
    const config = join(folder, "routes.json");
    const destinations = [{ kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } }];
    const common = { vendor: "telq", destinations, cron: "0 0 1 1 *" };
    const message = { sender: "ACME", text: "Your code is {testText}" };
    await writeFile(
      config,
      JSON.stringify({
        // A folder that is there already: making one takes seconds.
        save: "store",
        senders: { main: "smpp://me:{env:NOWHERE}@smsc.example", cheap: "smpp://me@other.example" },
        routes: [
          { ...common, name: "otp", sender: "main", message },
          { ...common, name: "sale", sender: "cheap", message },
        ],
        sandbox: { suppliers: { cheap: { senderReplaced: "INFO" } } },
      }),
    );
    const first = await runCli(["monitor", "--config", config, "--sandbox", "--once"]);
    expect(first.stderr).toBe("otp: 1 test: 1 as sent.\nsale: 1 test: 1 altered.\n");
    expect(JSON.parse(first.stdout)).toMatchObject({
      kind: "verdict",
      route: "sale",
      before: "SAME",
      after: "REPLACED",
    });
    expect(first.status).toBe(1);
    const child = start(["monitor", "--config", config, "--sandbox"]);
    const exit = once(child, "exit");
    if (child.stderr === null) throw new Error("no standard error");
    const [line] = await once(createInterface(child.stderr), "line");
    expect(line).toBe(
      `2 routes are tested by schedule; rounds are kept in ${join(folder, "store")}. Ctrl-C ends it.`,
    );
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  }, 240_000);

  it.each([
    [[], "What is to be tested?"],
    [["--config", "/nowhere.json"], "--config cannot be read"],
    [["now"], "monitor takes options only"],
  ])("%j says %s", async (args, words) => {
    const { status, stdout, stderr } = await runCli(["monitor", ...args]);
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("smsproof report", () => {
  it.each([
    [["--save", "x"], "As what?"],
    [["--format", "csv"], "Of what?"],
    [["--save", "x", "--format", "csv", "--since", "yesterday"], "--since takes a date"],
    [["--save", "x", "--format", "csv", "--html", "-"], "cannot both go to the standard output"],
    [["--save", "/nowhere/at/all", "--format", "csv"], "nothing was kept in /nowhere/at/all"],
    [["--save", "package.json", "--format", "csv"], "package.json cannot be read"],
    [["--save", "postgres://me:hush@127.0.0.1:1/x", "--format", "csv"], "ECONNREFUSED"],
  ])("%j says %s", async (args, words) => {
    const { status, stdout, stderr } = await runCli(["report", ...args], { env: { DATABASE_URL: "" } });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("hush");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
