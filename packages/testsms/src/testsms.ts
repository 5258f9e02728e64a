import {
  type Answer,
  type ApiPromise,
  apiPromise,
  type CallOptions,
  createTokenSource,
  hideCallbackKeys,
  jsonOf,
  type ListItem,
  NotFoundError,
  type OutcomeCheck,
  readableItems,
  readJson,
  readList,
  requestError,
  setUpClient,
  toIssues,
  type ValidationIssue,
  type Vendor,
} from "@smsproof/vendor";
import { readTestsmsFault } from "./api/fault.ts";
import {
  type TestsmsNetwork,
  type TestsmsPhoneNumber,
  type TestsmsResult,
  type TestsmsTestGroup,
  testsmsSchemas,
} from "./api/schemas.ts";
import {
  type CheckedTestsRequest,
  checkTestsRequest,
  type TestsmsTestsRequest,
} from "./api/tests-request.ts";
import { readCredentials, type TestsmsOptions } from "./options.ts";
import { fetchToken } from "./token.ts";
import { asVendor, type TestsmsVendorOptions } from "./vendor/as-vendor.ts";

/** TestSMS's base URL. Paths carry the version. */
export const TESTSMS_BASE_URL = "https://my.testsms.com/api";

/** TestSMS's client API v1, call by call. Every call throws `VendorError` and nothing else. */
export interface Testsms {
  readonly networks: {
    /** `GET /v1/mccmnc`: networks with a test number on line, ported ones too. Refreshed every few minutes. */
    list(options?: CallOptions): ApiPromise<readonly TestsmsNetwork[]>;
  };
  readonly tests: {
    /**
     * `POST /v1/createTest`. COSTS CREDITS. Checked before it is sent and never repeated once it may have reached TestSMS:
     * an error with `effect: "unknown"` says in `check` where to look. Which group answers which network is undocumented:
     * ask for one network at a time where that matters, as `asVendor` does.
     */
    create(request: TestsmsTestsRequest, options?: CallOptions): ApiPromise<readonly TestsmsTestGroup[]>;
  };
  readonly results: {
    /** `GET /v1/smsTest/{id}`. `NOT_FOUND` for an id that TestSMS does not know, or answers with nothing. */
    get(id: string, options?: CallOptions): ApiPromise<TestsmsResult>;
  };
  /** The same account as a `Vendor`, for code that knows no vendor by name. */
  asVendor(options?: TestsmsVendorOptions): Vendor;
}

/** Makes a client. No request is made before the first call. Throws a `ValidationError` for wrong options. */
export function createTestsms(options: TestsmsOptions = {}): Testsms {
  const credentials = readCredentials(options);
  const parts = setUpClient(options, {
    vendor: "testsms",
    defaultBaseUrl: TESTSMS_BASE_URL,
    baseUrlVariable: "TESTSMS_BASE_URL",
    readFault: readTestsmsFault,
    credentials: [credentials.flow === "client" ? credentials.clientSecret : credentials.password],
  });
  const { transport, clock, vault, strict, observer } = parts;
  const schemas = testsmsSchemas(strict);

  const tokens = createTokenSource({
    vendor: "testsms",
    clock,
    fetchToken: async () => {
      const token = await fetchToken(transport, credentials, schemas);
      vault.addToken(token.value);
      return token;
    },
  });

  function listNetworks({ signal }: CallOptions): Promise<Answer> {
    return transport.call({
      operation: "networks.list",
      kind: "read",
      method: "GET",
      path: "v1/mccmnc",
      tokens,
      signal,
    });
  }

  function createTests(checked: CheckedTestsRequest, { signal }: CallOptions): Promise<Answer> {
    for (const doubt of checked.doubts) observer.warn(`testsms tests.create: ${doubt}.`);
    return transport.call({
      operation: "tests.create",
      kind: "spend",
      method: "POST",
      path: "v1/createTest",
      body: { type: "application/json", text: checked.body },
      tokens,
      signal,
      check: (sentAfter, sentBefore) => whatToCheck(checked, sentAfter, sentBefore),
    });
  }

  function getResult(id: string, { signal }: CallOptions): Promise<Answer> {
    if (!/^\d{1,20}$/.test(id)) {
      const issue = { path: "id", message: "must be a string of digits" };
      return Promise.reject(requestError("testsms", "results.get", [issue]));
    }
    return transport.call({
      operation: "results.get",
      kind: "read",
      method: "GET",
      path: `v1/smsTest/${id}`,
      tokens,
      signal,
    });
  }

  const readNetworks = (answer: Answer) =>
    readableItems(readList(answer, schemas.list, schemas.network), answer, {
      strict,
      observer,
      what: "testsms networks",
    });

  function readGroups(answer: Answer): ReadGroups {
    const issues: ValidationIssue[] = [];
    const groups = readJson(answer, schemas.groups).map(({ phoneNumbers }) =>
      phoneNumbers.flatMap((raw): ListItem<TestsmsPhoneNumber>[] => {
        const read = schemas.phoneNumber.safeParse(raw);
        if (read.success) return [{ raw, value: read.data }];
        issues.push(...toIssues(read.error));
        return [];
      }),
    );
    return { groups, issues };
  }

  function readResult(answer: Answer): TestsmsResult {
    // What TestSMS answers for an unknown id is undocumented: nothing, or an object of nothing, is one possibility.
    const body = answer.text.trim() === "" ? null : jsonOf(answer);
    if (body === null || (typeof body === "object" && Object.values(body).every((value) => value === null))) {
      throw new NotFoundError(
        "testsms results.get: TestSMS answered with nothing: it does not know the test.",
        {
          vendor: "testsms",
          operation: "results.get",
          status: answer.status,
          requestId: answer.requestId,
          attempts: answer.attempts,
        },
      );
    }
    return readJson(answer, schemas.result);
  }

  return {
    networks: {
      list: (call = {}) =>
        apiPromise(listNetworks(call), (answer) => readNetworks(answer).map(({ value }) => value)),
    },
    tests: {
      create: (request, call = {}) => {
        const answer = (async () => createTests(checkTestsRequest(request), call))();
        return apiPromise(answer, (got) => {
          const { groups, issues } = readGroups(got);
          if (issues.length > 0) throw got.contentError(issues);
          return groups.map((items) => ({ phoneNumbers: items.map(({ value }) => value) }));
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
          readGroups,
          result: async (id, call) => {
            const answer = await getResult(id, call);
            return { value: readResult(answer), raw: jsonOf(answer) };
          },
        },
        vendorOptions,
      ),
  };
}

/** A creation's answer, number by number; `issues` of those that could not be read. */
export interface ReadGroups {
  readonly groups: readonly (readonly ListItem<TestsmsPhoneNumber>[])[];
  readonly issues: readonly ValidationIssue[];
}

function whatToCheck({ request }: CheckedTestsRequest, sentAfter: string, sentBefore: string): OutcomeCheck {
  const destinations = request.networks.map(({ mccmnc, mccmncOriginal, externalMsisdn }) =>
    externalMsisdn === undefined
      ? `${mccmnc}${mccmncOriginal === undefined ? "" : ` (ported from ${mccmncOriginal})`}`
      : `number ending in ${externalMsisdn.slice(-3)}`,
  );
  const more = destinations.length > 5 ? ` and ${destinations.length - 5} more` : "";
  const shown = hideCallbackKeys(destinations.slice(0, 5).join(", ")) + more;
  return {
    vendor: "testsms",
    sentence: `TestSMS may have created these tests and has no way to ask by request. Look in the TestSMS portal for tests to ${shown} created between ${sentAfter} and ${sentBefore}, and at the credits, before you ask again.`,
    where: "the list of tests in the TestSMS portal",
    sentAfter,
    sentBefore,
    destinations,
  };
}
