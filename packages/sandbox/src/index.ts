export type { MessageRecord, Receipt, ReceiptState } from "./air/submission.ts";
export type { CallbackAttempt } from "./callbacks/delivery-log.ts";
export type { CallbackHosts } from "./callbacks/loopback.ts";
export type { SmsRequest } from "./control/sms-request.ts";
export type { MessageView, StateView, TestView } from "./control/state-view.ts";
export type { FaultBoard } from "./faults/fault-board.ts";
export type { ActiveFault, FaultEffect, FaultMatch, FaultRule } from "./faults/fault-rule.ts";
export type { HeaderElement, Part, PartContent, PartPlace } from "./handset/part.ts";
export type { SenderAddress } from "./handset/sender-address.ts";
export type { RequestLogEntry } from "./http/front-door.ts";
export type { InProcessFetch } from "./http/in-process-fetch.ts";
export type { Availability, NetworkSite, NumberRange } from "./networks/network-site.ts";
export type { HandsetCondition, NetworkCondition } from "./networks/networks.ts";
export { SITES } from "./networks/sites.ts";
export type { DeepPartial } from "./quirks/deep-partial.ts";
export {
  type CallbackQuirks,
  DEFAULT_QUIRKS,
  type QuirkBoard,
  type Quirks,
  type TelqQuirks,
  type TestSmsQuirks,
} from "./quirks/quirks.ts";
export type { Random } from "./random/random.ts";
export { ROUTES, type RouteEntry, type RouteParameter, type Specimen } from "./routes/catalogue.ts";
export * from "./routes/code.ts";
export * from "./routes/envelope.ts";
export * from "./routes/journeys.ts";
export * from "./routes/lettering.ts";
export * from "./routes/links.ts";
export type { Envelope, Journey, MessageOnRoute, RouteContext, RouteStages } from "./routes/message.ts";
export * from "./routes/mix-ups.ts";
export {
  clean,
  compose,
  type FindingCode,
  type Route,
  type RouteArgument,
  type RouteSpec,
  route,
} from "./routes/route.ts";
export { routeFromSpec } from "./routes/route-spec.ts";
export type { RoutedMessage, RouteScript, Routing } from "./routes/routing.ts";
export { type RoutingSpec, routingFromSpec, specOfRouting } from "./routes/routing-spec.ts";
export * from "./routes/segments.ts";
export * from "./routes/sender-changed.ts";
export * from "./routes/sender-replaced.ts";
export * from "./routes/wording.ts";
export { createSandbox, type Sandbox } from "./sandbox.ts";
export { DEFAULT_LIMITS, type Limits, type SandboxOptions } from "./sandbox-options.ts";
export type { Listening, ListenOptions } from "./server/listen.ts";
export {
  DEFAULT_PORTS,
  type SandboxReady,
  type SandboxServer,
  type SandboxServerOptions,
  startSandboxServer,
} from "./server/start-sandbox-server.ts";
export type { SmppTimers } from "./smpp/session.ts";
export type { VendorName } from "./tests/route-test.ts";
export type { TestCounts } from "./tests/test-book.ts";
export { type Credentials, DEFAULT_CREDENTIALS } from "./world.ts";
