/** A string (closed or cut off by the end of the text), or a whole number token. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const PLAIN_INTEGER = /^-?[1-9]\d*$/;
const KEY_END = /\s*:/y;

/**
 * `JSON.parse`, but an integer that a JavaScript number cannot hold exactly becomes a string of its digits:
 * `{"id":9007199254740993}` gives `"9007199254740993"` where `JSON.parse` gives `9007199254740992`. Takes exactly the
 * texts that `JSON.parse` takes. Throws `SyntaxError` with a message that quotes nothing of the text.
 *
 * (A reviver gets the source text only from Node 22 on.)
 */
export function parseLosslessJson(text: string): unknown {
  const exact = /\d{16}/.test(text) ? text.replace(STRING_OR_NUMBER, quoteWideInteger) : text;
  try {
    return JSON.parse(exact);
  } catch {
    throw new SyntaxError("The text is not JSON.");
  }
}

function quoteWideInteger(token: string, offset: number, text: string): string {
  if (!PLAIN_INTEGER.test(token) || Number.isSafeInteger(Number(token))) return token;
  // In front of a colon it would be a key without quotes: not JSON, and it must stay so.
  KEY_END.lastIndex = offset + token.length;
  return KEY_END.test(text) ? token : `"${token}"`;
}
