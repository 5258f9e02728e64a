import {
  type Answer,
  type ApiPromise,
  apiPromise,
  type CallOptions,
  createTokenSource,
  type OutcomeCheck,
  parseLosslessJson,
  type ReadList,
  readableItems,
  readJson,
  readList,
  requestError,
  setUpClient,
  type Vendor,
} from "@smsproof/vendor";
import { readTelqFault } from "./api/fault.ts";
import { type TelqNetwork, type TelqResult, type TelqTest, telqSchemas } from "./api/schemas.ts";
import { type CheckedTestsRequest, checkTestsRequest, type TelqTestsRequest } from "./api/tests-request.ts";
import { readCredentials, type TelqOptions } from "./options.ts";
import { asVendor, type TelqVendorOptions } from "./vendor/as-vendor.ts";

/** TelQ's base URL, version 2.1. */
export const TELQ_BASE_URL = "https://api.telqtele.com/v2.1/client";

/** TelQ's Telecom API v2.1, call by call. Every call throws `VendorError` and nothing else. */
export interface Telq {
  readonly networks: {
    /** `GET /networks`: networks with a test number on line. TelQ recommends a fresh list every minute. */
    list(options?: CallOptions): ApiPromise<readonly TelqNetwork[]>;
  };
  readonly tests: {
    /**
     * `POST /tests`. COSTS CREDITS. Checked before it is sent and never repeated once it may have reached TelQ: an error
     * with `effect: "unknown"` says in `check` where to look. A test in a network that went off line comes back with an
     * `errorMessage` and without a number.
     */
    create(request: TelqTestsRequest, options?: CallOptions): ApiPromise<readonly TelqTest[]>;
  };
  readonly results: {
    /** `GET /results/{id}`. `NOT_FOUND` for an id that TelQ does not know. */
    get(id: string, options?: CallOptions): ApiPromise<TelqResult>;
  };
  /** The same account as a `Vendor`, for code that knows no vendor by name. */
  asVendor(options?: TelqVendorOptions): Vendor;
}

/** Makes a client. No request is made before the first call. Throws a `ValidationError` for wrong options. */
export function createTelq(options: TelqOptions = {}): Telq {
  const credentials = readCredentials(options);
  const parts = setUpClient(options, {
    vendor: "telq",
    defaultBaseUrl: TELQ_BASE_URL,
    baseUrlVariable: "TELQ_BASE_URL",
    readFault: readTelqFault,
    credentials: [credentials.appKey],
  });
  const { transport, clock, vault, strict, observer } = parts;
  const schemas = telqSchemas(strict);

  const tokens = createTokenSource({
    vendor: "telq",
    clock,
    fetchToken: async () => {
      const answer = await transport.call({
        operation: "token",
        kind: "token",
        method: "POST",
        path: "token",
        body: { type: "application/json", text: JSON.stringify(credentials) },
        tokens: null,
      });
      const { value, ttl } = readJson(answer, schemas.token);
      vault.addToken(value);
      return { value, lifetimeMs: ttl * 1000 };
    },
  });

  function listNetworks({ signal }: CallOptions): Promise<Answer> {
    return transport.call({
      operation: "networks.list",
      kind: "read",
      method: "GET",
      path: "networks",
      tokens,
      signal,
    });
  }

  function createTests(checked: CheckedTestsRequest, { signal }: CallOptions): Promise<Answer> {
    const { resultsCallbackToken } = checked.request;
    if (resultsCallbackToken !== undefined) vault.addCredential(resultsCallbackToken);
    return transport.call({
      operation: "tests.create",
      kind: "spend",
      method: "POST",
      path: "tests",
      headers: checked.headers,
      body: { type: "application/json", text: checked.body },
      tokens,
      signal,
      check: (sentAfter, sentBefore) => whatToCheck(checked, sentAfter, sentBefore),
    });
  }

  function getResult(id: string, { signal }: CallOptions): Promise<Answer> {
    if (!/^\d{1,20}$/.test(id)) {
      const issue = { path: "id", message: "must be a string of digits" };
      return Promise.reject(requestError("telq", "results.get", [issue]));
    }
    return transport.call({
      operation: "results.get",
      kind: "read",
      method: "GET",
      path: `results/${id}`,
      tokens,
      signal,
    });
  }

  const readNetworks = (answer: Answer) =>
    readableItems(readList(answer, schemas.list, schemas.network), answer, {
      strict,
      observer,
      what: "telq networks",
    });
  const readTests = (answer: Answer): ReadList<TelqTest> => readList(answer, schemas.list, schemas.test);
  const readResult = (answer: Answer): TelqResult => readJson(answer, schemas.result);

  return {
    networks: {
      list: (call = {}) =>
        apiPromise(listNetworks(call), (answer) => readNetworks(answer).map(({ value }) => value)),
    },
    tests: {
      create: (request, call = {}) => {
        const answer = (async () => createTests(checkTestsRequest(request), call))();
        return apiPromise(answer, (got) => {
          const { items, unreadable } = readTests(got);
          if (unreadable.length > 0) throw got.contentError(unreadable.flatMap(({ issues }) => issues));
          return items.map(({ value }) => value);
        });
      },
    },
    results: {
      get: (id, call = {}) => apiPromise(getResult(id, call), readResult),
    },
    asVendor: (vendorOptions = {}) =>
      asVendor(
        {
          parts,
          schemas,
          networks: async (call) => readNetworks(await listNetworks(call)),
          create: createTests,
          readTests,
          result: async (id, call) => {
            const answer = await getResult(id, call);
            return { value: readResult(answer), raw: parseLosslessJson(answer.text) };
          },
        },
        vendorOptions,
      ),
  };
}

function whatToCheck({ request }: CheckedTestsRequest, sentAfter: string, sentBefore: string): OutcomeCheck {
  const destinations = request.destinationNetworks.map(({ mcc, mnc, portedFromMnc }) =>
    portedFromMnc == null ? `${mcc}-${mnc}` : `${mcc}-${mnc} (ported from ${mcc}-${portedFromMnc})`,
  );
  const shown =
    destinations.length > 5
      ? `${destinations.slice(0, 5).join(", ")} and ${destinations.length - 5} more`
      : destinations.join(", ");
  return {
    vendor: "telq",
    sentence: `TelQ may have created these tests and has no way to ask by request. Look in the TelQ app for tests to ${shown} created between ${sentAfter} and ${sentBefore} before you ask again.`,
    where: "the list of tests in the TelQ app",
    sentAfter,
    sentBefore,
    destinations,
  };
}
