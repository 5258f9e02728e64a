import { compare } from "@smsproof/compare";
import { describe, expect, it } from "vitest";
import { runProgram } from "../program.ts";
import { fakeHost } from "../testing/fake-host.ts";
import { SAMPLE } from "../testing/pdus.ts";

const SENT = { sender: "ACME", text: "Your code is 482913" };
const OPTIONS = ["--sent-sender", SENT.sender, "--sent-text", SENT.text];
const asSent = ["--delivered-sender", SENT.sender, "--delivered-text", SENT.text];
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function run(args: readonly string[]): Promise<{ status: number; stdout: string }> {
  const { host, stdout } = fakeHost();
  return { status: await runProgram(["compare", ...args], host), stdout: stdout() };
}

describe("compare of one message", () => {
  it.each([
    ["same", asSent, 0],
    ["equivalent", ["--delivered-sender", "ACME", "--delivered-text", "Your code  is 482913"], 0],
    ["altered", ["--delivered-sender", "ACME", "--delivered-text", "Your code is 482914"], 1],
    ["replaced", ["--delivered-sender", "INFO", "--delivered-text", SENT.text], 1],
    ["missing", ["--delivered-sender", "", "--delivered-text", SENT.text], 1],
    ["unknown in one place", ["--delivered-text", SENT.text], 0],
    ["unknown", [], 1],
    ["called wrongly", ["--delivered-text", SENT.text, "--country", "France"], 2],
  ] as const)("tells the shell that it is %s", async (_, options, expected) => {
    const { status, stdout } = await run([...OPTIONS, ...options]);
    expect(status).toBe(expected);
    expect(stdout === "").toBe(expected === 2);
  });

  it("prints the result in every format", async () => {
    const options = [
      "--delivered-sender",
      "INFO",
      "--delivered-text",
      `${SENT.text}. Reply STOP`,
      "--country",
      "fr",
    ];
    const [pretty, json, ndjson, markdown] = await Promise.all(
      [[], ["--format", "json"], ["--format", "ndjson"], ["--format", "markdown"]].map((format) =>
        run([...OPTIONS, ...options, ...format]),
      ),
    );
    const expected = asJson(
      compare({
        sent: SENT,
        delivered: { sender: "INFO", text: `${SENT.text}. Reply STOP` },
        destination: { country: "FR" },
      }),
    );
    expect(pretty?.stdout).toMatch(/^sender +REPLACED +ACME → INFO .*SENDER_REPLACED_GENERIC +high\n/);
    expect(pretty?.stdout).toContain("Your code is 482913[. Reply STOP]");
    expect(JSON.parse(json?.stdout ?? "")).toEqual(expected);
    expect(ndjson?.stdout).toBe(`${JSON.stringify(expected)}\n`);
    expect(markdown?.stdout).toContain("| sender | REPLACED | **ACME → INFO** |");
  });

  it("reads PDUs, times, receipts and statuses", async () => {
    const { stdout } = await run([
      ...["--format", "ndjson", "--sent-sender", "27838890001", "--sent-text", "AAA"],
      ...["--pdu", SAMPLE, "--pdu", SAMPLE, "--mcc", "655", "--sent-encoding", "UCS2"],
      ...["--sent-at", "2026-11-22T09:30:00Z", "--received-at", "2026-11-22T09:31:30Z", "--late-after", "80"],
      ...["--vendor-status", "POSITIVE", "--dlr", "DELIVRD", "--test-id", "AAA"],
    ]);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      overall: "SAME",
      sender: { verdict: "SAME", source: "pdu" },
      route: { smsc: { number: "+27381000015", country: "ZA" }, latencySeconds: 90 },
      vendorFlag: { status: "POSITIVE" },
    });
    expect(result.findings.map(({ code }: { code: string }) => code)).toEqual([
      "ROUTE_ENCODING_CHANGED",
      "DELIVERY_LATE",
      "DELIVERY_DUPLICATE",
    ]);
  });
});
