import type { DiagnosticCode, Field } from "./diagnostic.ts";

/**
 * Why there is no message at all: `NOT_HEX`, `EMPTY`, `TOO_LONG` (input), `WRONG_MESSAGE_TYPE`, `CUT` (before the
 * user data length); with `strict` also the code of any diagnostic of severity `error`. `UNENCODABLE`: a description
 * that cannot be written. Codes are only ever added.
 */
export type PduErrorCode = "NOT_HEX" | "EMPTY" | "TOO_LONG" | "UNENCODABLE" | DiagnosticCode;

const BRAND: unique symbol = Symbol.for("@smsproof/pdu/PduError") as never;

/** A PDU that is no such message. `offset` counts octets of the PDU as given. */
export class PduError extends Error {
  override readonly name = "PduError";
  readonly code: PduErrorCode;
  readonly field: Field;
  readonly offset: number;

  constructor(code: PduErrorCode, field: Field, offset: number, message: string) {
    super(message);
    this.code = code;
    this.field = field;
    this.offset = offset;
    // Hidden, so that printing the error shows code, field and offset only.
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether `error` is a `PduError`, of whichever copy of this package. */
export function isPduError(error: unknown): error is PduError {
  return typeof error === "object" && error !== null && BRAND in error;
}
