import type { StatusMachine } from "../tests/status-machine.ts";

/** TelQ's test statuses (API v2.1, "Test Status"); POSITIVE says delivered, not unaltered. */
export const TELQ_STATUSES: StatusMachine = {
  initial: "WAIT",
  offlineAtCreation: "NETWORK_OFFLINE",
  final: new Set(["POSITIVE", "NOT_DELIVERED", "TEST_NUMBER_OFFLINE", "NETWORK_OFFLINE", "INTERNAL_ERROR"]),
  billed: new Set(["POSITIVE", "NOT_DELIVERED"]),
  after: {
    received: "POSITIVE",
    "limit-reached": "NOT_DELIVERED",
    "number-unavailable": "TEST_NUMBER_NOT_AVAILABLE",
    "number-back": "WAIT",
    "number-offline": "TEST_NUMBER_OFFLINE",
    "network-offline": "NETWORK_OFFLINE",
    "internal-error": "INTERNAL_ERROR",
  },
};
