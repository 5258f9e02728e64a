import { nearest } from "./command-line/nearest.ts";
import { parseCall } from "./command-line/parse-call.ts";
import { commandUsage, programUsage } from "./command-line/usage.ts";
import { COMMANDS } from "./commands/index.ts";
import { ExitStatus, UsageError } from "./exit-status.ts";
import type { Host } from "./host.ts";
import { printable } from "./terminal/printable.ts";
import { styleFor } from "./terminal/style.ts";
import { VERSION } from "./version.ts";

/** Runs the program with the arguments behind its name and tells the exit status. */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitStatus> {
  const [name, ...rest] = args;
  const style = styleFor(host.stdout, host.env);
  if (name === undefined) {
    host.stderr.write(programUsage(COMMANDS, styleFor(host.stderr, host.env)));
    return ExitStatus.usage;
  }
  if (name === "--version" || name === "-V" || name === "version") {
    host.stdout.write(`${VERSION}\n`);
    return ExitStatus.ok;
  }
  const asksHelp = name === "--help" || name === "-h" || name === "help";
  const wanted = asksHelp ? rest[0] : name;
  if (wanted === undefined) {
    host.stdout.write(programUsage(COMMANDS, style));
    return ExitStatus.ok;
  }
  const command = COMMANDS.find((candidate) => candidate.name === wanted);
  if (!command) return complain(host, unknownCommand(wanted), "smsproof --help");
  try {
    const call = asksHelp ? "help" : parseCall(command, rest);
    if (call === "help") {
      host.stdout.write(commandUsage(command, style));
      return ExitStatus.ok;
    }
    return await command.run(call, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return complain(host, error.message, `smsproof ${command.name} --help`);
  }
}

function unknownCommand(name: string): string {
  const names = COMMANDS.map((command) => command.name);
  if (name.startsWith("-")) return `There is no option ${name} in front of a command`;
  const meant = nearest(name, names);
  if (meant) return `There is no command "${name}"; did you mean ${meant}?`;
  return `There is no command "${name}"; there are ${names.join(", ")}`;
}

function complain(host: Host, message: string, help: string): ExitStatus {
  const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
  host.stderr.write(`${printable(`smsproof: ${sentence}`)}\n${help} says how it is called.\n`);
  return ExitStatus.usage;
}
