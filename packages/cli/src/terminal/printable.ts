/**
 * Text that cannot steer a terminal or change the direction of what stands around it. C0 controls become their
 * pictures (ESC is `␛`), DEL `␡`; C1 controls, line and paragraph separators, direction overrides and
 * isolates, and lone surrogates become `\u009b` and the like. Line feeds become `␊`: split lines before.
 */
export function printable(text: string): string {
  return STEERING.test(text) ? text.replace(EVERY_STEERING, shown) : text;
}

// Lone surrogates, as the `u` flag joins pairs, are what is left of \p{Cs}.
const STEERING = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const EVERY_STEERING = new RegExp(STEERING, "gu");

function shown(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
