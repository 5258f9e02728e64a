export { carriesToken } from "./callback/bearer-token.ts";
export {
  type CallbackContext,
  type CallbackEvent,
  type CallbackHandler,
  type CallbackHandlerOptions,
  type CallbackReading,
  createCallbackHandler,
} from "./callback/callback-handler.ts";
export {
  type ClientOptions,
  type ClientParts,
  type ClientSetup,
  configurationError,
  requestError,
  setUpClient,
} from "./client/client-options.ts";
export { baseUrlFault } from "./environment/base-url.ts";
export { runsInBrowser } from "./environment/browser.ts";
export { type Environment, readEnvironment } from "./environment/environment.ts";
export * from "./errors/tree.ts";
export {
  isVendorError,
  type OutcomeCheck,
  type ValidationIssue,
  type VendorEffect,
  VendorError,
  type VendorErrorCode,
  type VendorErrorDetails,
} from "./errors/vendor-error.ts";
export { parseLosslessJson } from "./json/lossless-json.ts";
export { rawText } from "./json/raw-text.ts";
export { jsonOf, pathText, readJson, toIssues } from "./json/read-json.ts";
export { type ListItem, type ReadList, readableItems, readList } from "./json/read-list.ts";
export { type VendorFields, vendorFields } from "./json/vendor-fields.ts";
export {
  type CreatedOutcome,
  type CreateOutcome,
  type NotSentOutcome,
  outcomeOfFailure,
  type RefusedOutcome,
  type UnknownOutcome,
} from "./model/create-outcome.ts";
export type {
  DeliveryReceipt,
  DeliveryResult,
  DeliveryTimes,
  ServiceCentre,
  SettledResult,
} from "./model/delivery-result.ts";
export {
  isMcc,
  isMnc,
  type Network,
  type NetworkCode,
  type NetworkTarget,
  networkKey,
  splitNetworkCode,
} from "./model/network.ts";
export type { RouteTest } from "./model/route-test.ts";
export type { OutgoingMessage, Sender, SenderReceipt, SendOutcome } from "./model/sender.ts";
export {
  describeDestination,
  type NetworkDestination,
  type NumberDestination,
  type TestDestination,
  type TestRequest,
  type TestTextFormat,
} from "./model/test-request.ts";
export type { CallOptions, Vendor, VendorLimits } from "./model/vendor.ts";
export type { StatusMeaning, VendorStatus } from "./model/vendor-status.ts";
export { createCallbackKey, hideCallbackKeys } from "./secrets/callback-key.ts";
export { equalSecrets } from "./secrets/constant-time.ts";
export { createSecretVault, type SecretVault } from "./secrets/secret-vault.ts";
export { type Clock, sleep, systemClock } from "./time/clock.ts";
export { readVendorDate, type VendorDate } from "./time/vendor-date.ts";
export {
  type AccessToken,
  createTokenSource,
  type TokenSource,
  type TokenSourceOptions,
} from "./token/token-source.ts";
export { ApiPromise, apiPromise, type WithResponse } from "./transport/api-promise.ts";
export type { ConnectionFailure } from "./transport/connection-failure.ts";
export { faultMessage, saysNoCredits, saysTokenRefused } from "./transport/fault-words.ts";
export type { Fetch } from "./transport/http-attempt.ts";
export {
  createObserver,
  type Logger,
  type Observer,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type TransportHooks,
} from "./transport/observer.ts";
export { DEFAULT_RETRY, type RetryPolicy } from "./transport/retry.ts";
export {
  type Answer,
  type Call,
  createTransport,
  type Transport,
  type TransportOptions,
} from "./transport/transport.ts";
export type { CallKind, FaultReader, FaultReading } from "./transport/vendor-fault.ts";
export type { ObservedResult, TestMailbox } from "./waiting/follow-test.ts";
export { POLL_ALONE, POLL_BESIDE_CALLBACKS, type PollSchedule } from "./waiting/poll-schedule.ts";
export type { Progress } from "./waiting/progress.ts";
export { createResultInbox, type ResultInbox, type ResultInboxOptions } from "./waiting/result-inbox.ts";
export { createResultWaiter, type ResultWaiter, type ResultWaiterOptions } from "./waiting/result-waiter.ts";
