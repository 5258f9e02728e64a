import { parseArgs } from "node:util";
import { UsageError } from "../exit-status.ts";
import type { Call, Command, OptionDefinition } from "./command.ts";
import { nearest } from "./nearest.ts";

/** What every command takes. */
const HELP_OPTION = "help";

/**
 * Reads the arguments of a command. Nothing is guessed: an option that the command does not have, a value that
 * is missing, not among the choices or given once too often is a {@link UsageError}.
 */
export function parseCall(command: Command, args: readonly string[]): Call | "help" {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        Object.entries(command.options).map(([name, { value }]) => [name, { type: typeOf(value) }]),
      ),
      [HELP_OPTION]: { type: "boolean", short: "h" },
    },
    allowPositionals: true,
    // Its own strictness knows no near names and no choices.
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (name === HELP_OPTION) return "help";
    const definition = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (!definition) throw unknownOption(command, rawName);
    if (definition.value === undefined) {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
      flags.add(name);
    } else {
      if (value === undefined || (!inlineValue && value.startsWith("--")))
        throw missingValue(rawName, definition);
      if (definition.many) {
        lists[name] = [...(lists[name] ?? []), checkedValue(rawName, value, definition)];
        continue;
      }
      if (Object.hasOwn(values, name)) throw new UsageError(`${rawName} is given twice`);
      values[name] = checkedValue(rawName, value, definition);
    }
  }
  return { operands, values, lists, flags };
}

function typeOf(value: string | undefined): "boolean" | "string" {
  return value === undefined ? "boolean" : "string";
}

function checkedValue(rawName: string, value: string, { choices }: OptionDefinition): string {
  if (!choices || choices.includes(value)) return value;
  const meant = nearest(value, choices);
  throw new UsageError(
    `${rawName} takes ${choices.join(", ")}, not "${value}"${meant ? `; did you mean ${meant}?` : ""}`,
  );
}

function missingValue(rawName: string, { value, choices }: OptionDefinition): UsageError {
  return new UsageError(`${rawName} needs a value: ${choices?.join(", ") ?? value}`);
}

function unknownOption(command: Command, rawName: string): UsageError {
  const names = [...Object.keys(command.options), HELP_OPTION].map((name) => `--${name}`);
  const meant = nearest(rawName, names);
  return new UsageError(`${command.name} has no option ${rawName}${meant ? `; did you mean ${meant}?` : ""}`);
}
