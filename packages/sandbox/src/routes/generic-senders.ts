/**
 * Names that gateways put in place of a sender, as route-testing guides and suppliers' documentation list
 * them. Compared in upper case without blanks, dots, hyphens and underscores.
 */
const GENERIC_SENDERS: ReadonlySet<string> = new Set(
  (
    "ALERT ALERTS AUTHMSG CODE CONFIRM INFO INFOSMS INFOTEXT MENSAJE MESSAGE MSG NOTICE NOTIFICATION NOTIFY OTP " +
    "PASSCODE SERVICE SMS SMSALERT SMSCODE SMSINFO SMSMSG SMSNOTICE SMSSERVICE TEXT TEXTMSG TXT VERIFICATION " +
    "VERIFY 2FA"
  ).split(" "),
);

/** Whether a sender is one of the names behind which anybody can stand. */
export function isGenericSender(name: string): boolean {
  return GENERIC_SENDERS.has(name.toUpperCase().replace(/[\s._-]/g, ""));
}

/** Whether a sender is a label by which a country's regulator warns: Likely-SCAM (Singapore), Unverified. */
export function isWarningLabel(name: string): boolean {
  return /^(likely[ -]?scam|unverified)$/i.test(name);
}
