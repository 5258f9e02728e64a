import type { ExitStatus } from "../exit-status.ts";
import type { Host } from "../host.ts";

/** An option of a command, named by its key without the dashes. */
export interface OptionDefinition {
  /** One line about it. */
  readonly about: string;
  /** What its value is called; without one it is a flag. */
  readonly value?: string;
  /** The values it takes; without them, any. */
  readonly choices?: readonly string[];
  /** Whether it may be given more than once; its values are then in {@link Call.lists}. */
  readonly many?: boolean;
}

/** What a command was called with. */
export interface Call {
  /** What is no option, in order. */
  readonly operands: readonly string[];
  /** The values of the options that have one. */
  readonly values: Readonly<Record<string, string>>;
  /** The values of the options that may be given more than once, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The flags that were given. */
  readonly flags: ReadonlySet<string>;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** The operands as the usage line shows them. */
  readonly operands: string;
  /** What has to be known, in lines as they are printed. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** What to type, and what that does. */
  readonly examples: readonly (readonly [command: string, about: string])[];
  /** @throws UsageError when the call cannot work. */
  run(call: Call, host: Host): Promise<ExitStatus>;
}
