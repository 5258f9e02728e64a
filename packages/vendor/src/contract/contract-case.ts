/** One behaviour. `run` throws where it is not kept. Give each to your test runner: `it(name, run)`. */
export interface ContractCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A behaviour that was promised and is not kept. */
export class ContractBreach extends Error {
  override readonly name: string = "ContractBreach";
}

/** Throws unless the condition holds. */
export function must(condition: boolean, promise: string, found?: unknown): asserts condition {
  if (condition) return;
  throw new ContractBreach(found === undefined ? promise : `${promise} Found: ${show(found)}`);
}

/** Throws unless both are the same as JSON. */
export function mustEqual(found: unknown, expected: unknown, promise: string): void {
  must(show(found) === show(expected), `${promise} Expected: ${show(expected)}`, found);
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (part === undefined ? "undefined" : part)) ?? "undefined"
  );
}
