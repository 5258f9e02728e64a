import { checkAtResponse, checkRpdu } from "./check-framing.mjs";
import { checkParts } from "./check-parts.mjs";
import { checkPdu } from "./check-pdu.mjs";
import { checkSeptets, checkText } from "./check-text.mjs";
import { Failure } from "./failure.mjs";

const CHECKS = {
  pdu: checkPdu,
  parts: checkParts,
  text: checkText,
  septets: checkSeptets,
  at: checkAtResponse,
  rpdu: checkRpdu,
};

/** What an input may take, in milliseconds: most take a tenth of one. */
const TIME_LIMIT = 100;

/**
 * Checks one input: null when every promise is kept, else which one is broken and how. `input.kind` says what it is.
 *
 * @param {object} api what the package exports, with `dissect`
 * @param {{ kind: keyof typeof CHECKS }} input
 * @returns {{ check: string, message: string } | null}
 */
export function checkInput(api, input) {
  const began = performance.now();
  try {
    CHECKS[input.kind](api, input);
  } catch (error) {
    const check = error instanceof Failure ? error.check : "the check itself works";
    return { check, message: error instanceof Error ? error.message : String(error) };
  }
  // The machine may have been busy with something else: only what is slow every time is slow.
  let least = performance.now() - began;
  for (let again = 0; again < 5 && least >= TIME_LIMIT; again++) {
    const start = performance.now();
    CHECKS[input.kind](api, input);
    least = Math.min(least, performance.now() - start);
  }
  return least < TIME_LIMIT ? null : { check: "time is bounded", message: `${Math.round(least)} ms` };
}
