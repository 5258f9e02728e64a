import {
  type CallOptions,
  type CreateOutcome,
  isMcc,
  isMnc,
  isVendorError,
  type ListItem,
  type NetworkCode,
  outcomeOfFailure,
  requestError,
  type TestDestination,
  type TestRequest,
  type ValidationIssue,
  VENDOR_ERRORS,
  type VendorError,
} from "@smsproof/vendor";
import { templateFor } from "../api/message-id-template.ts";
import { phoneDigits } from "../api/results.ts";
import type { TestsmsPhoneNumber } from "../api/schemas.ts";
import {
  type CheckedTestsRequest,
  checkTestsRequest,
  TESTSMS_WAIT_SECONDS,
  type TestsmsTestsRequest,
} from "../api/tests-request.ts";
import type { TestsmsBackend } from "./as-vendor.ts";

/**
 * Creates a request's tests with one call of `POST /v1/createTest` for each destination: the answer names no network, so
 * that with several in one call nobody could tell which number is in which. Ends at the first failure that would meet the
 * others too; what follows is not sent.
 */
export async function createVendorTests(
  backend: TestsmsBackend,
  callbackUrl: string | null,
  request: TestRequest,
  call: CallOptions,
): Promise<readonly CreateOutcome[]> {
  const checked = checkAll(request, callbackUrl);
  const outcomes: CreateOutcome[] = [];
  let obstacle: VendorError | null = null;
  for (const { index, destination, one } of checked) {
    if (obstacle !== null) {
      outcomes.push({ outcome: "not-sent", index, destination, error: heldBackBy(obstacle) });
      continue;
    }
    try {
      outcomes.push(...(await createOne(backend, index, destination, one, call)));
    } catch (error) {
      if (!isVendorError(error)) throw error;
      outcomes.push(outcomeOfFailure(error, index, destination));
      if (error.code !== "BAD_REQUEST" && error.code !== "NOT_FOUND") obstacle = error;
    }
  }
  return outcomes;
}

interface CheckedOne {
  readonly index: number;
  readonly destination: TestDestination;
  readonly one: CheckedTestsRequest;
}

/** Checks everything before the first test is paid for. */
function checkAll(request: TestRequest, callbackUrl: string | null): readonly CheckedOne[] {
  const { destinations, testText, timeToLiveSeconds } = request;
  if (destinations.length === 0) throw unfit("destinations", "must not be empty");
  if (timeToLiveSeconds !== undefined && timeToLiveSeconds !== TESTSMS_WAIT_SECONDS) {
    throw unfit(
      "timeToLiveSeconds",
      `must be ${TESTSMS_WAIT_SECONDS} or absent: TestSMS always waits two hours`,
    );
  }
  const made = testText === undefined ? null : templateFor(testText);
  if (made !== null && "why" in made) throw unfit("testText", made.why);
  return destinations.map((destination, index) => {
    const network = networkOf(destination, index, made?.template);
    const one = checkTestsRequest({ networks: [network], ...(callbackUrl === null ? {} : { callbackUrl }) });
    return { index, destination, one };
  });
}

function networkOf(
  destination: TestDestination,
  index: number,
  template: string | undefined,
): TestsmsTestsRequest["networks"][number] {
  if (destination.kind === "number") return { externalMsisdn: destination.msisdn };
  const { mcc, mnc, portedFrom } = destination.network;
  return {
    mccmnc: joined({ mcc, mnc }, `destinations[${index}].network`),
    ...(portedFrom === null
      ? {}
      : { mccmncOriginal: joined(portedFrom, `destinations[${index}].network.portedFrom`) }),
    ...(template === undefined ? {} : { messageIdTemplate: template }),
  };
}

function joined({ mcc, mnc }: NetworkCode, path: string): string {
  if (!isMcc(mcc)) throw unfit(`${path}.mcc`, "must be exactly 3 digits");
  if (!isMnc(mnc)) throw unfit(`${path}.mnc`, "must be 2 or 3 digits");
  return mcc + mnc;
}

async function createOne(
  backend: TestsmsBackend,
  index: number,
  destination: TestDestination,
  checked: CheckedTestsRequest,
  call: CallOptions,
): Promise<CreateOutcome[]> {
  const createdAt = backend.parts.clock.now();
  const answer = await backend.create(checked, call);
  const { groups, issues } = backend.readGroups(answer);
  const outcomes = groups.flat().map((item) => outcomeOf(index, destination, item, createdAt));
  if (issues.length > 0) outcomes.push(outcomeOfFailure(answer.contentError(issues), index, destination));
  if (outcomes.length > 0) return outcomes;
  const reason = "TestSMS gave no number: the network may have gone off line.";
  return [{ outcome: "refused", index, destination, reason, error: null, raw: null }];
}

function outcomeOf(
  index: number,
  destination: TestDestination,
  { value, raw }: ListItem<TestsmsPhoneNumber>,
  createdAt: number,
): CreateOutcome {
  const resultExpected = destination.kind === "network";
  const number = value.msisdn ?? (destination.kind === "number" ? destination.msisdn : null);
  if (number === null || value.messageId === null) {
    const reason = number === null ? "TestSMS gave no number." : "TestSMS gave no messageId.";
    return { outcome: "refused", index, destination, reason, error: null, raw };
  }
  const waitMs = resultExpected ? TESTSMS_WAIT_SECONDS * 1000 : 0;
  const test = {
    vendor: "testsms",
    id: value.id,
    msisdn: phoneDigits(number),
    testText: value.messageId,
    destination,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(createdAt + waitMs).toISOString(),
    resultExpected,
    raw,
  };
  return { outcome: "created", index, destination, test };
}

/** The error for a destination that was not tried because of one before it. */
function heldBackBy(obstacle: VendorError): VendorError {
  const message = `testsms tests.create: not sent, because the one before it failed: ${obstacle.message}`;
  return new VENDOR_ERRORS[obstacle.code](message, {
    vendor: "testsms",
    operation: "tests.create",
    retryAfterMs: obstacle.retryAfterMs,
    retryable: true,
  });
}

function unfit(path: string, message: string): Error {
  const issue: ValidationIssue = { path, message };
  return requestError("testsms", "tests.create", [issue]);
}
