import { afterEach, describe, expect, it } from "vitest";
import { controlClient, telqClient, telqResult, telqTest } from "../testing/clients.ts";
import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from "./start-sandbox-server.ts";

const open: SandboxServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const server = await startSandboxServer({ port: 0, smppPort: 0, ...options });
  open.push(server);
  return server;
}

const overSocket = { fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, init) };

describe("startSandboxServer", () => {
  it("says where everything is", async () => {
    const { ready } = await start();
    const { port } = new URL(ready.telq);
    expect(ready).toEqual({
      ready: true,
      telq: `http://127.0.0.1:${port}/v2.1/client`,
      testsms: `http://127.0.0.1:${port}/api`,
      smpp: expect.stringMatching(/^smpp:\/\/127\.0\.0\.1:\d+$/),
      control: `http://127.0.0.1:${port}/_sandbox`,
    });
  });

  it("answers over a socket what it answers in process", async () => {
    const { ready, sandbox } = await start({ seed: 5 });
    const remote = telqClient(overSocket, ready.telq);
    const test = await telqTest(remote);
    await controlClient(overSocket, ready.control).ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      text: test.testIdText,
    });
    const result = await telqResult(remote, test.id);
    expect(result.testStatus).toBe("POSITIVE");
    sandbox.reset();
    const local = telqClient(sandbox);
    const again = await telqTest(local);
    sandbox.sms({ from: "ACME", to: again.phoneNumber, text: again.testIdText });
    expect([again, await telqResult(local, again.id)]).toEqual([test, result]);
  });

  it("reads routes and logs a line for each request, without secrets", async () => {
    const lines: string[] = [];
    const { ready } = await start({ routes: { default: "upperCased" }, log: (line) => lines.push(line) });
    const telq = telqClient(overSocket, ready.telq);
    const test = await telqTest(telq, "206", "10", {}, { "results-callback-token": "s3cret" });
    await controlClient(overSocket, ready.control).ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      text: `code ${test.testIdText}`,
    });
    expect((await telqResult(telq, test.id)).textDelivered).toBe(`CODE ${test.testIdText.toUpperCase()}`);
    // The inspector page's own looking is no news.
    await fetch(`${ready.control}/state`, { headers: { "x-sandbox-page": "1" } });
    expect(lines).toEqual([
      "POST /v2.1/client/token 200",
      "POST /v2.1/client/tests 200",
      "POST /_sandbox/sms 200",
      `GET /v2.1/client/results/${test.id} 200`,
    ]);
  });

  it("flows by itself in real time", async () => {
    const { ready, sandbox } = await start({ realTime: true, transitMs: [20, 20] });
    const telq = telqClient(overSocket, ready.telq);
    const test = await telqTest(telq);
    expect(Math.abs(Date.parse((await telqResult(telq, test.id)).testCreatedAt) - Date.now())).toBeLessThan(
      60_000,
    );
    expect(sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText }).state).toBe(
      "under-way",
    );
    const status = async (): Promise<string> => (await telqResult(telq, test.id)).testStatus;
    await expect.poll(status).toBe("POSITIVE");
  });

  it("refuses a port that is taken, and leaves nothing open", async () => {
    const { ready } = await start();
    const port = Number(new URL(ready.telq).port);
    await expect(startSandboxServer({ port, smppPort: 0 })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const smppPort = Number(new URL(ready.smpp).port);
    await expect(startSandboxServer({ port: 0, smppPort })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("refuses routes that cannot be", async () => {
    await expect(startSandboxServer({ port: 0, smppPort: 0, routes: { default: "cleen" } })).rejects.toThrow(
      'default: there is no route "cleen"',
    );
  });

  it("closes while a request is under way", async () => {
    const { ready, sandbox, close } = await start();
    sandbox.faults.add({ latencyMs: 5000 });
    const asked = telqClient(overSocket, ready.telq)
      .ask("GET", "/networks")
      .catch((error: unknown) => error);
    await new Promise((done) => setTimeout(done, 30));
    await close();
    expect(await asked).toBeInstanceOf(TypeError);
  });
});

describe("a fault over a socket", () => {
  const asked = async (rule: Parameters<SandboxServer["sandbox"]["faults"]["add"]>[0]) => {
    const { ready, sandbox } = await start();
    const telq = telqClient(overSocket, ready.telq);
    await telq.token();
    sandbox.faults.add(rule);
    const networks = { destinationNetworks: [{ mcc: "206", mnc: "10" }] };
    const outcome = await telq.call("POST", "/tests", networks).catch((error: unknown) => error);
    return { outcome, created: sandbox.inspect().counts.telq.created };
  };

  it("resets the connection before the vendor acts, or after", async () => {
    expect(await asked({ reset: "before" })).toMatchObject({
      outcome: { message: "fetch failed" },
      created: 0,
    });
    expect(await asked({ reset: "before", stage: "after" })).toMatchObject({
      outcome: { message: "fetch failed" },
      created: 1,
    });
  });

  it("ends the connection within the body", async () => {
    expect(await asked({ reset: "body" })).toMatchObject({ outcome: { message: "terminated" }, created: 1 });
  });

  it("cuts the JSON", async () => {
    expect(await asked({ truncate: true })).toMatchObject({
      outcome: { status: 200, body: null },
      created: 1,
    });
  });
});

describe("other machines and other sites", () => {
  it("are not answered on loopback", async () => {
    const { ready } = await start();
    const url = new URL(`${ready.control}/state`);
    const ask = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        import("node:http").then(({ get }) =>
          get(url, { headers }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          }).on("error", reject),
        );
      });
    expect(await ask({})).toBe(200);
    expect(await ask({ host: "rebound.example.com" })).toBe(403);
    expect(await ask({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await ask({ "sec-fetch-site": "same-origin" })).toBe(200);
  });
});
