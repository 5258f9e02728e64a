/** What the fuzzer found, and what the checks want: an input of one of their kinds. */
export interface FuzzInput {
  readonly kind: "pdu" | "parts" | "text" | "septets" | "at" | "rpdu";
  readonly [key: string]: unknown;
}

/** Checks one input: null when every promise is kept, else which one is broken and how. */
export function checkInput(
  api: object,
  input: FuzzInput,
): { readonly check: string; readonly message: string } | null;
