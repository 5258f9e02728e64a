/** What can happen to a test. */
export type TestEvent =
  | "received"
  | "received-altered"
  | "limit-reached"
  | "number-unavailable"
  | "number-back"
  | "number-offline"
  | "network-offline"
  | "internal-error";

/** A vendor's statuses as a table: what each event makes of each status. */
export interface StatusMachine {
  readonly initial: string;
  /** The status of a test that was asked for while its network was offline. */
  readonly offlineAtCreation: string;
  readonly final: ReadonlySet<string>;
  readonly billed: ReadonlySet<string>;
  /** From any status that is not final; an event that is not listed changes nothing. */
  readonly after: Readonly<Partial<Record<TestEvent, string>>>;
}

/** The next status, or null when the event changes nothing. A final status never changes again. */
export function nextStatus(machine: StatusMachine, status: string, event: TestEvent): string | null {
  if (machine.final.has(status)) return null;
  const next = machine.after[event];
  return next === undefined || next === status ? null : next;
}
