import { describe, expect, it } from "vitest";
import { runProgram } from "./program.ts";
import { fakeHost } from "./testing/fake-host.ts";
import { SAMPLE } from "./testing/pdus.ts";

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { host, stdout, stderr } = fakeHost({ env });
  return { status: await runProgram(args, host), stdout: stdout(), stderr: stderr() };
}

const sent = ["--sent-sender", "ACME", "--sent-text", "Hi"];

describe("runProgram", () => {
  it("prints help, the same however it is asked for", async () => {
    const help = await run(["--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toMatch(/^ {2}decode {3}decode PDUs/m);
    for (const same of [["-h"], ["help"]]) expect(await run(same)).toEqual(help);
    const decode = await run(["help", "decode"]);
    expect(decode.stdout).toContain("--messages");
    for (const same of [
      ["decode", "--help"],
      ["decode", "-h"],
      ["--help", "decode"],
    ]) {
      expect(await run(same)).toEqual(decode);
    }
  });

  it("prints help as an error when called with nothing", async () => {
    expect(await run([])).toEqual({ status: 2, stdout: "", stderr: (await run(["--help"])).stdout });
  });

  it("colours only where it is wanted", async () => {
    expect((await run(["--help"])).stdout).not.toContain("\u001b");
    expect((await run(["--help"], { FORCE_COLOR: "1" })).stdout).toContain("\u001b[1m");
  });

  it.each([
    [["decod"], 'There is no command "decod"; did you mean decode?'],
    [
      ["send"],
      'There is no command "send"; there are decode, explain, compare, test, monitor, report, sandbox.',
    ],
    [["--fast"], "There is no option --fast in front of a command."],
    [["decode", "--fromat", "json"], "decode has no option --fromat; did you mean --format?"],
    [["decode", "--format", "xml"], '--format takes pretty, ndjson, json, csv, not "xml".'],
    [["decode", "--smsc"], "--smsc needs a value: auto, present, absent."],
    [["decode", "--charset", "klingon", SAMPLE], "--charset: "],
    [["decode", "nothing.txt"], '"nothing.txt" is neither a PDU in hex digits nor a file that exists.'],
    [["decode", "."], ". is a directory; name the files in it."],
    [["decode", "\u001b[31m"], '"␛[31m" is neither'],
    [["explain", SAMPLE, SAMPLE], "explain takes one PDU; decode takes any number."],
    [["explain", "--strict", SAMPLE], "explain has no option --strict."],
    [
      ["compare", "--sent-sender", "A"],
      "--sent-text is missing: without it there is nothing to compare with.",
    ],
    [["compare", "--pdu", SAMPLE], "--sent-sender is missing"],
    [["compare", "--sent-text", "x", "file"], "described by options or read from files, not both."],
    [["compare", ...sent, "--country", "France"], '--country takes two letters such as FR, not "France".'],
    [["compare", ...sent, "--sent-at", "today"], "--sent-at takes a time such as 2026-11-22T09:30:00Z"],
    [["compare", ...sent, "--sent-encoding", "gsm"], '--sent-encoding takes GSM7, UCS2, auto, not "gsm"'],
    [["compare", ...sent, "--late-after", "soon"], '--late-after takes a number of seconds, not "soon".'],
    [["compare", "--sent-sender", "A", "--sent-text", "x".repeat(40_000)], "has 40,000 characters"],
    [["compare", SAMPLE], "compare reads files; a PDU is given with --pdu."],
  ])("refuses %j", async (args, sentence) => {
    const { status, stdout, stderr } = await run(args);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/--help says how it is called\.\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
