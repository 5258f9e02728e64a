import { describe, expect, it } from "vitest";
import { runProgram } from "../program.ts";
import { type FakeHostOptions, fakeHost } from "../testing/fake-host.ts";

const MESSAGE = ["--sender", "ACME", "--text", "Your code is {testText}"];
const NETWORKS = ["--network", "20610,26202", "--network", "404-45"];

async function run(
  args: readonly string[],
  options: FakeHostOptions = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const { host, stdout, stderr } = fakeHost(options);
  return { status: await runProgram(["test", ...args], host), stdout: stdout(), stderr: stderr() };
}

const sandbox = (...args: string[]) => run(["--sandbox", ...NETWORKS, ...MESSAGE, ...args]);

describe("test in a sandbox", () => {
  it.each(["telq", "testsms"])("finds at %s that all arrived as sent", async (vendor) => {
    const { status, stdout, stderr } = await sandbox("--vendor", vendor);
    expect(stdout).toMatch(/^NETWORK +STATUS +SENDER +CONTENT +DELAY +WHY\n/);
    expect(stdout.match(/ delivered +same +same +\d+ s\n/g)).toHaveLength(3);
    // TestSMS does not say whose network it is.
    expect(stdout.includes("206-10 Belgium Orange")).toBe(vendor === "telq");
    expect(stdout).toMatch(/\n3 tests: 3 as sent\.\n$/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("shows what was altered, with its proof, and tells the shell", async () => {
    const { status, stdout } = await sandbox("--route", "senderReplaced", "--count", "4");
    expect(status).toBe(1);
    expect(stdout.match(/ delivered +REPLACED +same .*"ACME" became "INFO"/g)).toHaveLength(12);
    expect(stdout.match(/ACME → INFO .* SENDER_REPLACED_GENERIC +high/g)).toHaveLength(10);
    expect(stdout).toContain("\n2 more were altered; --format json has all of them.\n");
    expect(stdout).toMatch(/\n12 tests: 12 altered\.\n$/);
  });

  it("waits an hour in no time for what never arrives", async () => {
    const args = ["--sandbox", "--network", "20610", ...MESSAGE, "--ttl", "3600", "--route", "dropped"];
    const { status, stdout } = await run(args);
    expect(status).toBe(3);
    expect(stdout).toMatch(
      /\n206-10 Belgium Orange +not delivered .*telq says NOT_DELIVERED, the receipt \w+\n/,
    );
    expect(stdout).toMatch(/\n1 test: 1 without a delivery\.\n$/);
  });

  it("takes a route as JSON, and a receipt that lies for what it is", async () => {
    const { status, stdout } = await sandbox("--format", "json", "--route", '[{"suffixed":" Reply STOP"}]');
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({ schema: 1, outcome: "altered", delivered: 3 });
    expect(report.tests[0].result.text).toMatch(/^Your code is \w+ Reply STOP$/);
    const lie = await sandbox("--format", "ndjson", "--route", "receiptLies", "--ttl", "60");
    const lines = lie.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lie.status).toBe(3);
    for (const { receipt, comparison } of lines) {
      expect(receipt.status).toBe("DELIVRD");
      expect(comparison.findings.map(({ code }: { code: string }) => code)).toContain("DELIVERY_FAKE_DLR");
    }
  });

  it("prints the same campaign as a table for a ticket and as JUnit", async () => {
    const [markdown, junit] = await Promise.all([
      sandbox("--format", "markdown", "--route", "senderReplaced"),
      sandbox("--format", "junit", "--route", "senderReplaced"),
    ]);
    expect(markdown?.stdout).toMatch(/^## Campaign [\w-]+: altered\n/);
    expect(junit?.stdout).toContain('<testsuites tests="3" failures="3" errors="0" skipped="0">');
  });

  it("draws the same for the same seed", async () => {
    const texts = async (seed: string): Promise<unknown> =>
      JSON.parse((await sandbox("--format", "json", "--seed", seed)).stdout).tests.map(
        ({ sentText }: { sentText: string }) => sentText,
      );
    const first = await texts("7");
    expect(await texts("7")).toEqual(first);
    expect(await texts("8")).not.toEqual(first);
  });

  it("shows on a terminal how far each test is, and takes that away at the end", async () => {
    const { stderr, stdout } = await run(["--sandbox", ...NETWORKS, ...MESSAGE], {
      terminals: { stderr: true },
      env: { NO_COLOR: "1" },
      columns: 60,
    });
    expect(stderr).toMatch(/^NETWORK +STATUS +SENDER +CONTENT +DELAY\n206-10 +planned\n/);
    expect(stderr).toMatch(/\u001b\[4A\r\u001b\[J$/);
    expect(stdout).toContain("3 tests: 3 as sent.");
  });
});

describe("a call that cannot work", () => {
  it.each([
    [[], "At which vendor?"],
    [["--vendor", "telq"], "By which route?"],
    [["--sandbox", ...MESSAGE], "Which networks?"],
    [["--sandbox", ...NETWORKS, "--text", "x {testText}"], "Which sender?"],
    [["--sandbox", ...NETWORKS, "--sender", "ACME"], "Which text?"],
    [["--sandbox", ...NETWORKS, "--sender", "ACME", "--text", "hello"], "--text: must contain {testText}"],
    [["--sandbox", ...NETWORKS, ...MESSAGE, "--count", "0"], "--count: "],
    [["--sandbox", ...NETWORKS, ...MESSAGE, "--count", "many"], '--count takes a number, not "many"'],
    [["--sandbox", ...NETWORKS, ...MESSAGE, "--route", "senderReplace"], "did you mean senderReplaced?"],
    [["--sandbox", ...NETWORKS, ...MESSAGE, "--route", '{"truncated":"x"}'], "truncated needs a number"],
    [["--sandbox", ...NETWORKS, ...MESSAGE, "--via", "smpp://a:b@c"], "--via goes without it"],
    [["--vendor", "telq", "--via", "http:x.json", "--route", "clean"], "it goes with --sandbox"],
    [["--resume", "x", "--via", "smpp://a:b@c"], "--resume needs --save"],
    [["--resume", "x", "--via", "smpp://a:b@c", "--save", "d", "--text", "x"], "--text goes without it"],
    [["--resume", "x", "--sandbox", "--save", "d"], "nothing to go on with"],
    [["file.json"], "takes options only"],
  ])("%j says %s", async (args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  const real = ["--vendor", "telq", "--network", "20610", ...MESSAGE];
  const keys = { TELQ_APP_ID: "17", TELQ_APP_KEY: "very-secret" };

  it.each([
    [{}, ["--via", "smpp://user:hush@127.0.0.1:1"], "TELQ_APP_ID"],
    [keys, ["--via", "smpp://user:hush-hush@127.0.0.1:1"], "--via: has at most 8 ASCII characters"],
    [keys, ["--via", "smpp://user:{env:NOWHERE}@127.0.0.1:1"], "--via: the variable NOWHERE is not set"],
    [
      { ...keys, PASSWORD: "hush-hush" },
      ["--via", "smpp://user:{env:PASSWORD}@127.0.0.1:1"],
      "--via: has at most 8 ASCII characters",
    ],
    [keys, ["--via", "smtp://user:hush@127.0.0.1:1"], "--via takes smpp://"],
    [keys, ["--via", "http:/nowhere/gateway.json"], "cannot be read"],
    [
      keys,
      ["--via", "smpp://user:hush@127.0.0.1:1"],
      "1 test at telq: 1 credit. Nobody is there to be asked",
    ],
  ])("shows no secret, and spends nothing unasked: %j %j", async (env, args, message) => {
    const { status, stderr } = await run([...real, ...args], { env });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/hush|secret/);
    expect(status).toBe(2);
  });

  it("asks on a terminal before it spends credits", async () => {
    const terminals = { stdin: true, stderr: true };
    const args = [...real, "--count", "3", "--via", "smpp://user:hush@127.0.0.1:1"];
    const { status, stderr } = await run(args, { env: keys, terminals, input: "n\n" });
    expect(stderr).toBe("3 tests at telq: 3 credits. Spend them? [y/N] Nothing was done.\n");
    expect(status).toBe(0);
  });
});
