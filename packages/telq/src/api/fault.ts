import { type FaultReader, faultMessage, saysNoCredits, saysTokenRefused } from "@smsproof/vendor";

/**
 * Reads the body of an error. TelQ documents none; its SDKs were tested with two shapes,
 * `{name, message, code, status}` and Spring's `{timestamp, status, error, message, path, errors[]}`.
 * A bad token comes as 401, 400 or 500, bad credentials as 400.
 */
export const readTelqFault: FaultReader = ({ status, text }) => {
  const message = faultMessage(text);
  const words = message ?? text.slice(0, 500);
  if (saysNoCredits(words)) return { message, code: "INSUFFICIENT_CREDITS" };
  const certain = status === 401 || ((status === 400 || status === 500) && saysTokenRefused(words));
  if (certain) return { message, code: "AUTHENTICATION", tokenRefused: "yes" };
  return status === 500 ? { message, tokenRefused: "perhaps" } : { message };
};
