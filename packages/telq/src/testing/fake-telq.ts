import type { RigFault } from "@smsproof/vendor/contract";

/** Keys and tokens that the fake knows: unmistakable, so that a test finds them wherever they turn up. */
export const FAKE_APP_KEY = "app-key-that-nobody-may-see";

/** A stand-in for TelQ as its document describes it, in process. Records what it was asked. */
export interface FakeTelq {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Requests as `METHOD path`. */
  readonly log: string[];
  /** Bodies and headers of the creations. */
  readonly creations: { readonly body: string; readonly headers: Headers }[];
  readonly tests: Map<string, FakeTest>;
  tokensIssued(): number;
  /** Every token issued. */
  tokens(): readonly string[];
  expireTokens(): void;
  failNextCreation(fault: RigFault): void;
  failNextRead(fault: RigFault): void;
  /** Sets fields of a test's result. */
  setResult(id: string, fields: Readonly<Record<string, unknown>>): void;
}

/** A test at the fake: its result, as `GET /results/{id}` answers it. */
export interface FakeTest {
  readonly id: string;
  readonly expiresAt: number;
  readonly callbackUrl: string | null;
  readonly callbackToken: string | null;
  result: Record<string, unknown>;
}

/** First id: above 2^53, where JavaScript's numbers have gaps. */
const FIRST_ID = 9_007_199_254_740_993n;
const PDU = "07913348466110F3040D91945102131605F60880022032225771611165B93BBF0ECBDD7990F93C345FE764";

/** A fake whose tests expire by the given clock. Networks with MCC 716 are off line. */
export function createFakeTelq(now: () => number, ttl: number = 86_400): FakeTelq {
  const log: string[] = [];
  const creations: { body: string; headers: Headers }[] = [];
  const tests = new Map<string, FakeTest>();
  const creationFaults: RigFault[] = [];
  const readFaults: RigFault[] = [];
  const issued: string[] = [];
  let firstGoodToken = 0;
  let nextId = FIRST_ID;

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^.*\/client\//, "");
    log.push(`${request.method} ${path}`);
    if (path === "token") return token(await request.text());
    if (path === "tests") {
      creations.push({ body: await request.clone().text(), headers: request.headers });
      const fault = creationFaults.shift();
      if (fault !== undefined)
        return faulty(fault, async () => void create(await request.text(), request.headers));
      return authorised(request) ?? json(create(await request.text(), request.headers));
    }
    const refusal = authorised(request);
    if (refusal !== null) return refusal;
    if (path === "networks") return json(JSON.stringify(NETWORKS));
    const fault = readFaults.shift();
    if (fault !== undefined) return faulty(fault, async () => undefined);
    return result(path.replace("results/", ""));
  }

  function token(body: string): Response {
    const { appId, appKey } = JSON.parse(body);
    if (appId !== 1 || appKey !== FAKE_APP_KEY) {
      return json(
        JSON.stringify({ name: "Bad Request", message: "Bad credentials exception", code: 0, status: 400 }),
        400,
      );
    }
    const value = `token+${issued.length}/that+nobody+may+see==`;
    issued.push(value);
    return json(JSON.stringify({ ttl, value }));
  }

  function authorised(request: Request): Response | null {
    const given = (request.headers.get("authorization") ?? "").replace(/^Bearer /, "");
    return issued.indexOf(given) >= firstGoodToken ? null : json("", 401);
  }

  function create(body: string, headers: Headers): string {
    const {
      destinationNetworks,
      testTimeToLiveInSeconds = 3600,
      resultsCallbackUrl = null,
    } = JSON.parse(body);
    const items = destinationNetworks.map((network: { mcc: string; mnc: string; portedFromMnc?: string }) => {
      const id = String(nextId++);
      const destination = { ...network, portedFromMnc: network.portedFromMnc ?? null };
      if (network.mcc === "716") {
        return {
          id,
          phoneNumber: null,
          testIdText: null,
          errorMessage: "NETWORK_OFFLINE",
          destinationNetwork: destination,
        };
      }
      const testIdText = `zlrtyr${id.slice(-3)}`;
      tests.set(id, {
        id,
        expiresAt: now() + testTimeToLiveInSeconds * 1000,
        callbackUrl: resultsCallbackUrl,
        callbackToken: headers.get("results-callback-token"),
        result: waiting(id, testIdText, destination, now()),
      });
      return {
        id,
        phoneNumber: "33611223344",
        testIdText,
        errorMessage: "null",
        destinationNetwork: destination,
      };
    });
    return bareIds(JSON.stringify(items));
  }

  function result(id: string): Response {
    const test = tests.get(id);
    if (test === undefined) {
      const body = {
        timestamp: "2020-11-30T11:25:37.375+0000",
        status: 404,
        error: "Not Found",
        message: "Id Not Found",
      };
      return json(JSON.stringify(body), 404);
    }
    if (test.result["testStatus"] === "WAIT" && now() >= test.expiresAt)
      test.result["testStatus"] = "NOT_DELIVERED";
    return json(bareIds(JSON.stringify(test.result)));
  }

  return {
    fetch: answer,
    log,
    creations,
    tests,
    tokensIssued: () => issued.length,
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
    testStatus: "POSITIVE",
    senderDelivered: from,
    textDelivered: text,
    smsReceivedAt: "2026-01-01T00:03:33Z",
    receiptDelay: 213,
    smscInfo: {
      smscNumber: null,
      countryName: "France",
      countryCode: "FR",
      mcc: null,
      mnc: null,
      providerName: null,
    },
    pdusDelivered: [PDU],
  };
}

/** A result as a callback's body: `destinationNetwork` in place of `destinationNetworkDetails`. */
export function callbackBody({ result }: FakeTest): string {
  const { destinationNetworkDetails, ...rest } = result;
  return bareIds(JSON.stringify({ ...rest, destinationNetwork: destinationNetworkDetails }));
}

const NETWORKS = [
  { mcc: "206", countryName: "Belgium", mnc: "10", providerName: "Orange" },
  {
    mcc: "262",
    countryName: "Germany",
    mnc: "02",
    providerName: "Vodafone",
    portedFromMnc: "07",
    portedFromProviderName: "O2",
  },
  {
    mcc: "505",
    countryName: "Australia",
    mnc: "02",
    providerName: "Optus",
    portedFromMnc: null,
    portedFromProviderName: null,
  },
];

function waiting(
  id: string,
  testIdText: string,
  network: object,
  createdMs: number,
): Record<string, unknown> {
  return {
    id,
    testIdText,
    senderDelivered: null,
    textDelivered: null,
    testCreatedAt: new Date(createdMs).toISOString().replace("Z", "886Z"),
    smsReceivedAt: null,
    receiptDelay: null,
    testStatus: "WAIT",
    destinationNetworkDetails: {
      ...network,
      countryName: "Belgium",
      providerName: "Orange",
      portedFromProviderName: null,
    },
    smscInfo: null,
    pdusDelivered: [],
  };
}

/** Ids are numbers on the wire, however many digits they have. */
function bareIds(text: string): string {
  return text.replace(/"id":"(\d+)"/g, '"id":$1');
}

async function faulty(fault: RigFault, carryOut: () => Promise<void>): Promise<Response> {
  if (fault.kind === "status")
    return new Response(null, { status: fault.status, headers: { ...fault.headers } });
  if (fault.carriedOut) await carryOut();
  if (fault.kind === "silence") return new Promise(() => undefined);
  throw Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }),
  });
}

function json(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { "content-type": "application/json", "x-request-id": "req-1" },
  });
}
