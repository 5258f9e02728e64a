/** What went wrong. Stable; codes are only ever added. */
export type VendorErrorCode =
  | "BAD_REQUEST"
  | "AUTHENTICATION"
  | "INSUFFICIENT_CREDITS"
  | "NOT_FOUND"
  | "RATE_LIMIT"
  | "SERVER"
  | "CONNECTION"
  | "TIMEOUT"
  | "ABORTED"
  | "VALIDATION";

/**
 * What the call may have done at the vendor.
 * - `none`: nothing. It was a read, it was never sent, or the vendor refused it.
 * - `unknown`: it costs credits and may have been carried out. It must not be repeated blindly.
 */
export type VendorEffect = "none" | "unknown";

/** Where to look when nobody can tell whether tests were created. */
export interface OutcomeCheck {
  readonly vendor: string;
  /** What to do, in words. */
  readonly sentence: string;
  /** The place to look at. */
  readonly where: string;
  /** Tests in question were created between these two moments, ISO 8601 in UTC by this machine's clock. */
  readonly sentAfter: string;
  readonly sentBefore: string;
  /** What was asked for, for example `206-10`. */
  readonly destinations: readonly string[];
}

/** One thing that is wrong with a request or an answer. */
export interface ValidationIssue {
  /** Path to the value: `destinationNetworks[0].mnc`. */
  readonly path: string;
  readonly message: string;
}

/** Everything that an error is made of. Redacted by whoever makes it. */
export interface VendorErrorDetails {
  readonly vendor: string;
  /** What was being done: `tests.create`, `token`. */
  readonly operation: string;
  /** HTTP status; `null` where no answer came. */
  readonly status?: number | null;
  /** The vendor's id of the request, from its answer's headers. */
  readonly requestId?: string | null;
  /** The answer's body, capped. */
  readonly body?: string | null;
  /** How long the vendor asked to wait. */
  readonly retryAfterMs?: number | null;
  /** Requests made, the last one included. */
  readonly attempts?: number;
  readonly effect?: VendorEffect;
  /** The same call may succeed later, and making it again does no harm. */
  readonly retryable?: boolean;
  readonly check?: OutcomeCheck | null;
  readonly issues?: readonly ValidationIssue[];
  /** The system's word for a broken connection: `ECONNRESET`. */
  readonly systemCode?: string | null;
}

/** Two builds of this package may meet in one program: the brand is the same in both, the class is not. */
const BRAND: symbol = Symbol.for("smsproof.vendor.error");

/**
 * Any failure of a vendor or on the way to it. Holds no token, key or password, under `util.inspect` neither, and has no
 * `cause`: the errors underneath carry requests with their headers.
 */
export class VendorError extends Error {
  readonly code: VendorErrorCode;
  readonly vendor: string;
  readonly operation: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly body: string | null;
  readonly retryAfterMs: number | null;
  readonly attempts: number;
  readonly effect: VendorEffect;
  readonly retryable: boolean;
  readonly check: OutcomeCheck | null;
  readonly issues: readonly ValidationIssue[];
  readonly systemCode: string | null;

  constructor(code: VendorErrorCode, message: string, details: VendorErrorDetails) {
    super(message);
    Object.defineProperty(this, BRAND, { value: true });
    this.code = code;
    this.vendor = details.vendor;
    this.operation = details.operation;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.body = details.body ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.attempts = details.attempts ?? 0;
    this.effect = details.effect ?? "none";
    this.retryable = details.retryable ?? false;
    this.check = details.check ?? null;
    this.issues = details.issues ?? [];
    this.systemCode = details.systemCode ?? null;
  }

  /** The name of the class, also where a bundler has renamed it. */
  override get name(): string {
    return NAMES[this.code];
  }

  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value);
  }

  /** Everything but the stack. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

const NAMES: Readonly<Record<VendorErrorCode, string>> = {
  BAD_REQUEST: "BadRequestError",
  AUTHENTICATION: "AuthenticationError",
  INSUFFICIENT_CREDITS: "InsufficientCreditsError",
  NOT_FOUND: "NotFoundError",
  RATE_LIMIT: "RateLimitError",
  SERVER: "ServerError",
  CONNECTION: "ConnectionError",
  TIMEOUT: "TimeoutError",
  ABORTED: "AbortedError",
  VALIDATION: "ValidationError",
};

/**
 * Whether the value is a `VendorError`, of one code where one is given. Works across builds and realms, where
 * `instanceof` does not.
 */
export function isVendorError<C extends VendorErrorCode>(
  value: unknown,
  code?: C,
): value is VendorError & { readonly code: C } {
  return (
    typeof value === "object" &&
    value !== null &&
    Reflect.get(value, BRAND) === true &&
    (code === undefined || Reflect.get(value, "code") === code)
  );
}
