import type { StatusMachine } from "../tests/status-machine.ts";

/**
 * TestSMS's receipt statuses (client API v1). The document has no table of what follows what: only that a
 * test waits two hours and is then NEGATIVE. The rest is an assumption.
 */
export const TESTSMS_STATUSES: StatusMachine = {
  initial: "WAIT",
  offlineAtCreation: "NUM_OFFLINE",
  final: new Set(["POSITIVE", "TEXT_OR_SENDER_REPLACED", "NEGATIVE", "NUM_OFFLINE", "EXTERNAL"]),
  billed: new Set(["POSITIVE", "TEXT_OR_SENDER_REPLACED", "NEGATIVE"]),
  after: {
    received: "POSITIVE",
    "received-altered": "TEXT_OR_SENDER_REPLACED",
    "limit-reached": "NEGATIVE",
    "number-unavailable": "NUM_NOT_AVAILABLE",
    "number-back": "WAIT",
    "number-offline": "NUM_OFFLINE",
    "network-offline": "NUM_OFFLINE",
    "internal-error": "NEGATIVE",
  },
};

/** The numbers that the document gives some of the statuses. */
export const RECEIPT_STATUS_NUMBERS: Readonly<Record<string, number>> = {
  WAIT: 0,
  POSITIVE: 1,
  NUM_NOT_AVAILABLE: 2,
  NUM_OFFLINE: 3,
  TEXT_OR_SENDER_REPLACED: 4,
  NEGATIVE: 5,
};
