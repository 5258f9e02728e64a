import type { ComparisonResult, Finding, Severity } from "@smsproof/compare";

/** What findings about route, delivery and evidence are called where there is room for two words. */
const SHORT_WORDS: Readonly<Partial<Record<Finding["code"], string>>> = {
  ROUTE_SMSC_FOREIGN: "foreign service centre",
  ROUTE_SMSC_ABSENT: "service centre hidden",
  ROUTE_SIM_FARM_SUSPECTED: "SIM farm suspected",
  ROUTE_SCTS_TZ_FOREIGN: "foreign time zone",
  ROUTE_PID_UNUSUAL: "unusual TP-PID",
  ROUTE_CLASS_CHANGED: "class changed",
  ROUTE_ENCODING_CHANGED: "alphabet changed",
  ROUTE_CONCAT_CHANGED: "other number of parts",
  ROUTE_OA_TON_UNUSUAL: "unusual type of number",
  DELIVERY_FAKE_DLR: "receipt lies",
  DELIVERY_LATE: "late",
  DELIVERY_DUPLICATE: "came twice",
  EVIDENCE_PDU_INCOMPLETE: "a part is missing",
  EVIDENCE_VENDOR_PDU_MISMATCH: "vendor and PDU disagree",
  EVIDENCE_VENDOR_FLAG_UNEXPLAINED: "vendor’s flag unexplained",
};

/** What is said of a route in its cell: the gravest thing in words, and how many more there are. */
export interface RouteSummary {
  readonly words: string;
  readonly severity: Severity;
  readonly more: number;
}

const GRAVITY: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** The gravest finding about route, delivery or evidence; null where there is none. */
export function routeSummary({ findings }: ComparisonResult): RouteSummary | null {
  const own = findings
    .filter(({ dimension }) => dimension !== "sender" && dimension !== "content")
    .toSorted((one, other) => GRAVITY.indexOf(other.severity) - GRAVITY.indexOf(one.severity));
  const [worst] = own;
  if (worst === undefined) return null;
  return { words: SHORT_WORDS[worst.code] ?? worst.code, severity: worst.severity, more: own.length - 1 };
}

/** `4 s`, `1 min 12 s`. Never below nought: two clocks may disagree by a moment. */
export function delayWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}
