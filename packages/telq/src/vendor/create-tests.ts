import {
  type CallOptions,
  type CreateOutcome,
  isVendorError,
  type ListItem,
  type NetworkDestination,
  outcomeOfFailure,
  requestError,
  type TestDestination,
  type TestRequest,
  type TestTextFormat,
  type ValidationIssue,
} from "@smsproof/vendor";
import type { TelqTest } from "../api/schemas.ts";
import { checkTestsRequest, TELQ_LIMITS, type TelqTestsRequest } from "../api/tests-request.ts";
import type { TelqBackend, TelqVendorOptions } from "./as-vendor.ts";
import { pairWithDestinations } from "./pair-tests.ts";

/** Creates all of a request's tests with one call of `POST /tests`. */
export async function createVendorTests(
  backend: TelqBackend,
  callbacks: TelqVendorOptions["callbacks"] | null,
  request: TestRequest,
  call: CallOptions,
): Promise<readonly CreateOutcome[]> {
  const destinations = request.destinations.map(onlyNetwork);
  const checked = checkTestsRequest({
    destinationNetworks: destinations.map(({ network }) => ({
      mcc: network.mcc,
      mnc: network.mnc,
      portedFromMnc: network.portedFrom?.mnc ?? null,
    })),
    ...testTextOptions(request.testText),
    ...(request.timeToLiveSeconds === undefined
      ? {}
      : { testTimeToLiveInSeconds: request.timeToLiveSeconds }),
    ...callbackOptions(callbacks),
  });
  const createdAt = backend.parts.clock.now();
  const seconds = request.timeToLiveSeconds ?? TELQ_LIMITS.timeToLiveSeconds.default;
  const times = {
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(createdAt + seconds * 1000).toISOString(),
  };
  try {
    const answer = await backend.create(checked, call);
    const { items, unreadable } = backend.readTests(answer);
    const { paired, unanswered } = pairWithDestinations(items, destinations);
    const lost = answer.contentError(
      unreadable.length > 0
        ? unreadable.flatMap(({ issues }) => issues)
        : [{ path: "", message: "The answer says nothing of some of the destinations." }],
    );
    return [
      ...paired.map(({ index, destination, item }) => outcomeOf(index, destination, item, times)),
      ...unanswered.map((index) => outcomeOfFailure(lost, index, destinationAt(destinations, index))),
    ].sort((left, right) => left.index - right.index);
  } catch (error) {
    if (!isVendorError(error)) throw error;
    return destinations.map((destination, index) => outcomeOfFailure(error, index, destination));
  }
}

function outcomeOf(
  index: number,
  destination: TestDestination,
  { value, raw }: ListItem<TelqTest>,
  times: { readonly createdAt: string; readonly expiresAt: string },
): CreateOutcome {
  const { id, phoneNumber, testIdText, errorMessage } = value;
  if (errorMessage !== null || phoneNumber === null || testIdText === null) {
    const reason =
      errorMessage ?? (phoneNumber === null ? "TelQ gave no number." : "TelQ gave no test text.");
    return { outcome: "refused", index, destination, reason, error: null, raw };
  }
  const msisdn = phoneNumber.replace(/^(\+|00)/, "");
  const test = {
    vendor: "telq",
    id,
    msisdn,
    testText: testIdText,
    destination,
    ...times,
    resultExpected: true,
    raw,
  };
  return { outcome: "created", index, destination, test };
}

function onlyNetwork(destination: TestDestination, index: number): NetworkDestination {
  if (destination.kind === "number") throw unfit(`destinations[${index}]`, "TelQ tests its own numbers only");
  const { mcc, portedFrom } = destination.network;
  if (portedFrom !== null && portedFrom.mcc !== mcc) {
    throw unfit(
      `destinations[${index}].network.portedFrom.mcc`,
      "TelQ knows ported numbers within one country code only",
    );
  }
  return destination;
}

function testTextOptions(format: TestTextFormat | undefined): Partial<TelqTestsRequest> {
  if (format === undefined) return {};
  const { characters, length, letterCase } = format;
  return {
    testIdTextType: ({ letters: "ALPHA", digits: "NUMERIC", "letters-and-digits": "ALPHA_NUMERIC" } as const)[
      characters
    ],
    ...(length === undefined ? {} : { testIdTextLength: length }),
    ...(letterCase === undefined
      ? {}
      : { testIdTextCase: ({ upper: "UPPER", lower: "LOWER", mixed: "MIXED" } as const)[letterCase] }),
  };
}

function callbackOptions(callbacks: TelqVendorOptions["callbacks"] | null): Partial<TelqTestsRequest> {
  if (callbacks == null) return {};
  return {
    resultsCallbackUrl: callbacks.url,
    resultsCallbackToken: callbacks.token,
    ...(callbacks.maxRetries === undefined ? {} : { maxCallbackRetries: callbacks.maxRetries }),
  };
}

function destinationAt(destinations: readonly TestDestination[], index: number): TestDestination {
  const destination = destinations[index];
  if (destination === undefined) throw new RangeError(`There is no destination ${index}.`);
  return destination;
}

function unfit(path: string, message: string): Error {
  const issue: ValidationIssue = { path, message };
  return requestError("telq", "tests.create", [issue]);
}
