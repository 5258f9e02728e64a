import { type FaultReader, faultMessage, saysNoCredits, saysTokenRefused } from "@smsproof/vendor";

/**
 * Reads the body of an error. TestSMS documents statuses and no bodies; a 400 has three unlike causes (JSON, no networks,
 * no credits), which only words can tell apart, where there are any.
 */
export const readTestsmsFault: FaultReader = ({ status, text }) => {
  const message = faultMessage(text);
  const words = message ?? text.slice(0, 500);
  if (saysNoCredits(words)) return { message, code: "INSUFFICIENT_CREDITS" };
  if (status === 401 || (status === 400 && saysTokenRefused(words))) {
    return { message, code: "AUTHENTICATION", tokenRefused: "yes" };
  }
  if (status === 400 && /\b(not active|inactive)\b/i.test(words)) return { message, code: "AUTHENTICATION" };
  return { message };
};
