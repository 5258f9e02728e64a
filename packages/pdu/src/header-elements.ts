/** Names of information element identifiers (3GPP TS 23.040, 9.2.3.24); the others are known by their range. */
const NAMES: Readonly<Record<number, string>> = {
  0: "concatenation-8",
  1: "special-message-indication",
  4: "ports-8",
  5: "ports-16",
  6: "smsc-control-parameters",
  7: "udh-source-indicator",
  8: "concatenation-16",
  9: "wireless-control-message-protocol",
  10: "text-formatting",
  11: "predefined-sound",
  12: "user-defined-sound",
  13: "predefined-animation",
  14: "large-animation",
  15: "small-animation",
  16: "large-picture",
  17: "small-picture",
  18: "variable-picture",
  19: "user-prompt-indicator",
  20: "extended-object",
  21: "reused-extended-object",
  22: "compression-control",
  23: "object-distribution-indicator",
  24: "standard-wvg-object",
  25: "character-size-wvg-object",
  26: "extended-object-data-request",
  32: "rfc822-email-header",
  33: "hyperlink",
  34: "reply-address",
  35: "enhanced-voice-mail",
  36: "national-language-single-shift",
  37: "national-language-locking-shift",
};

/** The name of an information element, for every identifier from 0 to 255. */
export function elementName(id: number): string {
  const name = NAMES[id];
  if (name !== undefined) return name;
  if (id >= 0x70 && id <= 0x7f) return "sim-toolkit-security";
  if (id >= 0x80 && id <= 0x9f) return "originator-to-originator";
  if (id >= 0xc0 && id <= 0xdf) return "sc-specific";
  return "reserved";
}
