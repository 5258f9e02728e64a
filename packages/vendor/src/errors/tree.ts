import { isVendorError, VendorError, type VendorErrorCode, type VendorErrorDetails } from "./vendor-error.ts";

/** The vendor calls the request wrong (400, 405, 406, 413, 415, 422 and other 4xx). */
export class BadRequestError extends VendorError {
  declare readonly code: "BAD_REQUEST";
  constructor(message: string, details: VendorErrorDetails) {
    super("BAD_REQUEST", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "BAD_REQUEST");
  }
}

/** The credentials or the token were refused (401, 403, or an answer whose text says so). */
export class AuthenticationError extends VendorError {
  declare readonly code: "AUTHENTICATION";
  constructor(message: string, details: VendorErrorDetails) {
    super("AUTHENTICATION", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "AUTHENTICATION");
  }
}

/** The account has no credits left (402, or an answer whose text says so). */
export class InsufficientCreditsError extends VendorError {
  declare readonly code: "INSUFFICIENT_CREDITS";
  constructor(message: string, details: VendorErrorDetails) {
    super("INSUFFICIENT_CREDITS", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "INSUFFICIENT_CREDITS");
  }
}

/** The vendor knows no such test (404, 410). */
export class NotFoundError extends VendorError {
  declare readonly code: "NOT_FOUND";
  constructor(message: string, details: VendorErrorDetails) {
    super("NOT_FOUND", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "NOT_FOUND");
  }
}

/** Too many requests (429). `retryAfterMs` where the vendor named a time. */
export class RateLimitError extends VendorError {
  declare readonly code: "RATE_LIMIT";
  constructor(message: string, details: VendorErrorDetails) {
    super("RATE_LIMIT", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "RATE_LIMIT");
  }
}

/** The vendor failed (5xx), or answered with something that is no answer (a redirect). */
export class ServerError extends VendorError {
  declare readonly code: "SERVER";
  constructor(message: string, details: VendorErrorDetails) {
    super("SERVER", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "SERVER");
  }
}

/** No connection, or it broke. `systemCode` says how. */
export class ConnectionError extends VendorError {
  declare readonly code: "CONNECTION";
  constructor(message: string, details: VendorErrorDetails) {
    super("CONNECTION", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "CONNECTION");
  }
}

/** The time allowed is over. */
export class TimeoutError extends VendorError {
  declare readonly code: "TIMEOUT";
  constructor(message: string, details: VendorErrorDetails) {
    super("TIMEOUT", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "TIMEOUT");
  }
}

/** The caller's signal fired. */
export class AbortedError extends VendorError {
  declare readonly code: "ABORTED";
  constructor(message: string, details: VendorErrorDetails) {
    super("ABORTED", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "ABORTED");
  }
}

/** The request or the configuration is wrong and was not sent, or the answer is not what the vendor documents. */
export class ValidationError extends VendorError {
  declare readonly code: "VALIDATION";
  constructor(message: string, details: VendorErrorDetails) {
    super("VALIDATION", message, details);
  }
  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isVendorError(value, "VALIDATION");
  }
}

/** The class of each code. */
export const VENDOR_ERRORS: {
  readonly [C in VendorErrorCode]: new (
    message: string,
    details: VendorErrorDetails,
  ) => VendorError;
} = {
  BAD_REQUEST: BadRequestError,
  AUTHENTICATION: AuthenticationError,
  INSUFFICIENT_CREDITS: InsufficientCreditsError,
  NOT_FOUND: NotFoundError,
  RATE_LIMIT: RateLimitError,
  SERVER: ServerError,
  CONNECTION: ConnectionError,
  TIMEOUT: TimeoutError,
  ABORTED: AbortedError,
  VALIDATION: ValidationError,
};
