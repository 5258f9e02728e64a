export { toDeliveryResult } from "./api/results.ts";
export type { TelqNetwork, TelqResult, TelqTest } from "./api/schemas.ts";
export { readTelqStatus, TELQ_STATUSES, type TelqStatusName } from "./api/status.ts";
export { TELQ_LIMITS, type TelqTestsRequest } from "./api/tests-request.ts";
export { createTelqCallbackHandler, type TelqCallbackOptions } from "./callbacks.ts";
export type { TelqOptions } from "./options.ts";
export { createTelq, TELQ_BASE_URL, type Telq } from "./telq.ts";
export type { TelqVendorOptions } from "./vendor/as-vendor.ts";
