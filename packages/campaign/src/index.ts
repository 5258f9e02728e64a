export { CampaignError, type CampaignErrorCode, isCampaignError } from "./errors/campaign-error.ts";
export {
  type CampaignMessage,
  type CampaignPlan,
  MAX_TESTS,
  type Pacing,
  readPlan,
  TEST_TEXT_PLACEHOLDER,
} from "./plan/campaign-plan.ts";
export { expandPlan, type PlannedTest } from "./plan/expand-plan.ts";
export { type CampaignOutcome, type CampaignReport, isAltered, reportOf } from "./report/campaign-report.ts";
export { type HtmlReportOptions, renderHtml } from "./report/html/render-html.ts";
export { rankOf, type Statistics, statisticsOf } from "./report/html/statistics.ts";
export { renderCsv, renderJson, renderNdjson } from "./report/render-json.ts";
export { renderJunit } from "./report/render-junit.ts";
export { renderMarkdown } from "./report/render-markdown.ts";
export { lineOf, type TestLine } from "./report/render-text.ts";
export type { CampaignEvent, CampaignEventDetail } from "./run/campaign-event.ts";
export { type CampaignOptions, type CampaignRun, runCampaign } from "./run/run-campaign.ts";
export { DEFAULT_STEP_RETRY, type RetrySettings } from "./run/run-context.ts";
export {
  END_STATES,
  type TestChange,
  type TestReceipt,
  type TestRecord,
  type TestState,
} from "./run/test-record.ts";
export { createHttpSender, type HttpSenderOptions } from "./senders/http/http-sender.ts";
export { type HttpTemplate, type JsonTemplate, readHttpTemplate } from "./senders/http/http-template.ts";
export {
  createInProcessSender,
  type InProcessGateway,
  type InProcessSenderOptions,
} from "./senders/in-process-sender.ts";
export type {
  CampaignLock,
  CampaignStore,
  StoredCampaign,
  StoredTest,
  TestQuery,
  TestStep,
} from "./store/campaign-store.ts";
export type { Database, DatabaseLock, Row } from "./store/database.ts";
export { createMemoryStore } from "./store/memory-store.ts";
export { createSqlStore } from "./store/sql-store.ts";
