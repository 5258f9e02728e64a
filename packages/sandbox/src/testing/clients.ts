import type { Sandbox } from "../sandbox.ts";

/** A reply with its body read. */
export interface Read<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

/** A plain HTTP client of one vendor, so that tests speak of requests and replies only. */
export interface TestClient {
  /** Asks without a token. */
  ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string> | Headers,
  ): Promise<Read<T>>;
  /** Asks with a token. */
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string> | Headers,
  ): Promise<Read<T>>;
  readonly token: () => Promise<string>;
}

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

function client(fetch: Fetch, base: string, newToken: (self: TestClient) => Promise<string>): TestClient {
  let token: Promise<string> | undefined;
  const self: TestClient = {
    async ask(method, path, body, headers) {
      const all = new Headers(headers);
      if (typeof body === "object" && !all.has("content-type")) all.set("content-type", "application/json");
      const response = await fetch(base + path, {
        method,
        headers: all,
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      let json: unknown = null;
      try {
        json = JSON.parse(text);
      } catch {}
      return { status: response.status, headers: response.headers, text, body: json as never };
    },
    async call(method, path, body, headers) {
      const all = new Headers(headers);
      all.set("authorization", `Bearer ${await self.token()}`);
      return self.ask(method, path, body, all);
    },
    token() {
      token ??= newToken(self);
      return token;
    },
  };
  return self;
}

/** A client of TelQ with the default credentials. */
export function telqClient(
  sandbox: Pick<Sandbox, "fetch">,
  base = "https://api.telqtele.com/v2.1/client",
): TestClient {
  return client(sandbox.fetch, base, async (self) => {
    const { body } = await self.ask<{ value: string }>("POST", "/token", { appId: 1, appKey: "sandbox-key" });
    return body.value;
  });
}

/** A client of TestSMS with the default credentials. */
export function testsmsClient(
  sandbox: Pick<Sandbox, "fetch">,
  base = "https://my.testsms.com/api/v1",
): TestClient {
  return client(sandbox.fetch, base, async (self) => {
    const { body } = await self.ask<string>("POST", "/token", {
      email: "sandbox@example.com",
      password: "sandbox",
    });
    return body;
  });
}

/** A client of the control API. */
export function controlClient(
  sandbox: Pick<Sandbox, "fetch">,
  base = "http://127.0.0.1/_sandbox",
): TestClient {
  return client(sandbox.fetch, base, async () => "none");
}

/** A TelQ test as it is created. */
export interface TelqTest {
  readonly id: number;
  readonly phoneNumber: string | null;
  readonly testIdText: string | null;
  readonly errorMessage: string | null;
  readonly destinationNetwork: {
    readonly mcc: string;
    readonly mnc: string;
    readonly portedFromMnc: string | null;
  };
}

/** A TelQ result. */
export interface TelqResult {
  readonly id: number;
  readonly testIdText: string;
  readonly senderDelivered: string | null;
  readonly textDelivered: string | null;
  readonly testCreatedAt: string;
  readonly smsReceivedAt: string | null;
  readonly receiptDelay: number | null;
  readonly testStatus: string;
  readonly destinationNetworkDetails: Record<string, string | null>;
  readonly smscInfo: Record<string, string | null> | null;
  readonly pdusDelivered: readonly string[];
}

/** Creates one TelQ test. */
export async function telqTest(
  telq: TestClient,
  mcc = "206",
  mnc = "10",
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<TelqTest & { phoneNumber: string; testIdText: string }> {
  const { status, body, text } = await telq.call<TelqTest[]>(
    "POST",
    "/tests",
    { destinationNetworks: [{ mcc, mnc }], ...more },
    headers,
  );
  const [test] = body ?? [];
  if (status !== 200 || test === undefined || test.phoneNumber === null || test.testIdText === null) {
    throw new Error(`no test: ${status} ${text}`);
  }
  return { ...test, phoneNumber: test.phoneNumber, testIdText: test.testIdText };
}

/** The result of a TelQ test. */
export async function telqResult(telq: TestClient, id: number): Promise<TelqResult> {
  return (await telq.call<TelqResult>("GET", `/results/${id}`)).body;
}

/** A TestSMS test as it is created. */
export interface TestSmsTest {
  readonly id: number;
  readonly messageId: string;
  readonly msisdn: string;
}

/** Creates one TestSMS test. */
export async function testsmsTest(
  testsms: TestClient,
  network: object = { mccmnc: "20610" },
  more: object = {},
): Promise<TestSmsTest> {
  const { status, body, text } = await testsms.call<{ phoneNumbers: TestSmsTest[] }[]>(
    "POST",
    "/createTest",
    { networks: [network], ...more },
  );
  const [test] = body[0]?.phoneNumbers ?? [];
  if (test === undefined) throw new Error(`no test: ${status} ${text}`);
  return test;
}

/** A TestSMS result; what it does not tell is left out. */
export type TestSmsResult = Partial<Readonly<Record<string, string>>>;

/** The result of a TestSMS test. */
export async function testsmsResult(testsms: TestClient, id: number): Promise<TestSmsResult> {
  return (await testsms.call<TestSmsResult>("GET", `/smsTest/${id}`)).body;
}
