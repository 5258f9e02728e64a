export { judgeTemplate, type TemplateVerdict } from "./api/message-id-template.ts";
export { toDeliveryResult } from "./api/results.ts";
export type { TestsmsNetwork, TestsmsPhoneNumber, TestsmsResult, TestsmsTestGroup } from "./api/schemas.ts";
export { readTestsmsStatus, TESTSMS_STATUSES, type TestsmsStatusName } from "./api/status.ts";
export { TESTSMS_WAIT_SECONDS, type TestsmsTestsRequest } from "./api/tests-request.ts";
export { createTestsmsCallbackHandler, type TestsmsCallbackOptions } from "./callbacks.ts";
export type { TestsmsOptions } from "./options.ts";
export { createTestsms, TESTSMS_BASE_URL, type Testsms } from "./testsms.ts";
export type { TestsmsVendorOptions } from "./vendor/as-vendor.ts";
