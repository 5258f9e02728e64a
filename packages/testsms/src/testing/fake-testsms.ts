import type { RigFault } from "@smsproof/vendor/contract";

/** Secrets that the fake knows: unmistakable, so that a test finds them wherever they turn up. */
export const FAKE_CLIENT_SECRET = "client-secret-that-nobody-may-see";
export const FAKE_PASSWORD = "password-that-nobody-may-see";

/** A stand-in for TestSMS as its document describes it, in process. Records what it was asked. */
export interface FakeTestsms {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Requests as `METHOD path`. */
  readonly log: string[];
  /** Bodies of the token requests. */
  readonly tokenRequests: { readonly body: string; readonly type: string }[];
  /** Bodies of the creations. */
  readonly creations: string[];
  readonly tests: Map<string, FakeTest>;
  /** Every token issued. */
  tokens(): readonly string[];
  expireTokens(): void;
  failNextCreation(fault: RigFault): void;
  failNextRead(fault: RigFault): void;
  /** Sets fields of a test's result. */
  setResult(id: string, fields: Readonly<Record<string, unknown>>): void;
}

/** A test at the fake: its result, as `GET /v1/smsTest/{id}` answers it. */
interface FakeTest {
  readonly id: string;
  readonly expiresAt: number;
  result: Record<string, unknown>;
}

/** First id: above 2^53, where JavaScript's numbers have gaps. */
const FIRST_ID = 9_007_199_254_740_993n;
const TWO_HOURS = 7_200_000;
const PDU = "07917283010010F5040BC87238880900F100009930925161958003C16010";

/** A fake whose tests expire by the given clock. Networks with MCC 716 are off line. */
export function createFakeTestsms(now: () => number): FakeTestsms {
  const log: string[] = [];
  const tokenRequests: { body: string; type: string }[] = [];
  const creations: string[] = [];
  const tests = new Map<string, FakeTest>();
  const creationFaults: RigFault[] = [];
  const readFaults: RigFault[] = [];
  const issued: string[] = [];
  let firstGoodToken = 0;
  let nextId = FIRST_ID;

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^.*\/api\//, "");
    log.push(`${request.method} ${path}`);
    const body = await request.text();
    if (path === "v1/token" || path === "v1/access-token") {
      tokenRequests.push({ body, type: request.headers.get("content-type") ?? "" });
      return path === "v1/token" ? userToken(body) : clientToken(body);
    }
    if (path === "v1/createTest") {
      creations.push(body);
      const fault = creationFaults.shift();
      if (fault !== undefined) return faulty(fault, () => create(body));
      return authorised(request) ?? json(create(body));
    }
    const refusal = authorised(request);
    if (refusal !== null) return refusal;
    if (path === "v1/mccmnc") return json(JSON.stringify(NETWORKS));
    const fault = readFaults.shift();
    if (fault !== undefined) return faulty(fault, () => undefined);
    return result(path.replace("v1/smsTest/", ""));
  }

  function userToken(body: string): Response {
    const { email, password } = JSON.parse(body);
    if (email !== "user@example.com" || password !== FAKE_PASSWORD) return json("", 401);
    return json(JSON.stringify(issue()));
  }

  function clientToken(body: string): Response {
    const form = new URLSearchParams(body);
    const good = form.get("client_id") === "client" && form.get("client_secret") === FAKE_CLIENT_SECRET;
    if (!good || form.get("grant_type") !== "client_credentials") return json("", 401);
    return json(
      JSON.stringify({
        access_token: issue(),
        expires_in: 86_400,
        token_type: "Bearer",
        scope: "write read",
      }),
    );
  }

  function issue(): string {
    const seconds = Math.floor(now() / 1000);
    const part = (claims: object): string => btoa(JSON.stringify(claims)).replace(/=+$/, "");
    const claims = { exp: seconds + 86_400, iat: seconds, email: `user${issued.length}@example.com` };
    const value = `${part({ typ: "JWT", alg: "HS512" })}.${part(claims)}.c2lnbmF0dXJl`;
    issued.push(value);
    return value;
  }

  function authorised(request: Request): Response | null {
    const given = (request.headers.get("authorization") ?? "").replace(/^Bearer /, "");
    return issued.indexOf(given) >= firstGoodToken ? null : json("", 401);
  }

  function create(body: string): string {
    const { networks, callbackUrl = null } = JSON.parse(body);
    const groups = networks.map((network: Readonly<Record<string, string | undefined>>) => {
      if (network["mccmnc"]?.startsWith("716") === true) return { phoneNumbers: [] };
      const id = String(nextId++);
      const messageId = `fsdg&f3${id.slice(-4)}`;
      const msisdn = network["externalMsisdn"] ?? "4499274098712";
      const external = network["externalMsisdn"] !== undefined;
      const result = {
        createdOn: new Date(now()).toISOString().replace("Z", "+0000"),
        mccMnc: network["mccmnc"] ?? null,
        mccMncPorted: network["mccmncOriginal"] ?? null,
        phone: msisdn,
        messageId,
        callbackUrl,
        receiptStatus: external ? "EXTERNAL" : "WAIT",
      };
      tests.set(id, { id, expiresAt: now() + TWO_HOURS, result });
      return { phoneNumbers: [{ id, messageId, msisdn }] };
    });
    return bareIds(JSON.stringify(groups));
  }

  function result(id: string): Response {
    const test = tests.get(id);
    if (test === undefined) return json("", 404);
    if (test.result["receiptStatus"] === "WAIT" && now() >= test.expiresAt)
      test.result["receiptStatus"] = "NEGATIVE";
    return json(JSON.stringify(test.result));
  }

  return {
    fetch: answer,
    log,
    tokenRequests,
    creations,
    tests,
    tokens: () => issued,
    expireTokens: () => {
      firstGoodToken = issued.length;
    },
    failNextCreation: (fault) => creationFaults.push(fault),
    failNextRead: (fault) => readFaults.push(fault),
    setResult: (id, fields) => Object.assign(tests.get(id)?.result ?? {}, fields),
  };
}

/** The fields of a delivered message. */
export function delivered(from: string, text: string): Readonly<Record<string, unknown>> {
  return {
    deliveredSender: from,
    deliveredText: text,
    receiptTime: "2026-01-01T00:00:25.000+0000",
    receiptStatus: "POSITIVE(1)",
    pdu: PDU,
    scts: "2026-01-01T00:00:23Z",
    scn: "Orange Belgium",
    arrivalTs: "2026-01-01T00:00:25",
  };
}

const NETWORKS = [
  {
    mccmnc: "20610",
    country: "Belgium",
    region: "Europe",
    countryCode: "32",
    isoAlpha2: "BE",
    network: "Orange",
  },
  { mccmnc: "20610", country: "Belgium", isoAlpha2: "BE", network: "Orange", mccmncOriginal: "20603" },
  { mccmnc: "310260", country: "United States", isoAlpha2: "US", network: "T-Mobile" },
];

/** Ids are numbers on the wire, however many digits they have. */
function bareIds(text: string): string {
  return text.replace(/"id":"(\d+)"/g, '"id":$1');
}

async function faulty(fault: RigFault, carryOut: () => unknown): Promise<Response> {
  if (fault.kind === "status")
    return new Response(null, { status: fault.status, headers: { ...fault.headers } });
  if (fault.carriedOut) carryOut();
  if (fault.kind === "silence") return new Promise(() => undefined);
  throw Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }),
  });
}

function json(text: string, status = 200): Response {
  return new Response(text, { status, headers: { "content-type": "application/json" } });
}
