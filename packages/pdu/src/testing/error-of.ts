import { isPduError, type PduError } from "../pdu-error.ts";

/** The `PduError` that a call throws; whatever else it throws goes on its way. */
export function errorOf(run: () => unknown): PduError {
  try {
    run();
  } catch (error) {
    if (isPduError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
