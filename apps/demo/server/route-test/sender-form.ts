/**
 * Whether a text can be a TP-OA: up to 11 characters as a name (3GPP TS 23.040, 9.1.2.5: ten octets hold 11 septets), or
 * the digits of an E.164 number.
 */
export function isGsmSender(text: string): boolean {
  if (/^\+?\d{1,15}$/.test(text)) return true;
  const length = [...text].length;
  return length >= 1 && length <= 11 && text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text);
}
