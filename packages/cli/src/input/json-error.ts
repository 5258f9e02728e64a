/** What JSON.parse objected to, in one line, without the text that it quotes, alike in all versions of Node. */
function jsonErrorWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const words = message
    .replace(/,? *(\.\.\.)?"[\s\S]*$/, "")
    .replace(" in JSON at position", " at position")
    .replace(/ \(line \d+ column \d+\)$/, "");
  return `Not JSON: ${words}`;
}

/** Parses JSON text, or says what is wrong with it. */
export function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: jsonErrorWords(error) };
  }
}
