import type { Style } from "../terminal/style.ts";
import type { Command } from "./command.ts";

/** The help of the whole program. */
export function programUsage(commands: readonly Command[], style: Style): string {
  const name = (command: Command): string => command.name;
  const width = Math.max(...commands.map((command) => name(command).length));
  return lines([
    "smsproof: what did the handset really get?",
    "",
    `${style("bold", "Usage:")} smsproof COMMAND [options]`,
    "",
    style("bold", "Commands:"),
    ...commands.map((command) => `  ${style("cyan", name(command).padEnd(width))}  ${command.summary}`),
    "",
    "smsproof COMMAND --help says more about a command, smsproof --version which one this is.",
  ]);
}

/** The help of one command. */
export function commandUsage(command: Command, style: Style): string {
  const options = Object.entries(command.options).map(([name, { about, value, choices }]) => {
    const shown = choices ? choices.join("|") : value;
    return { flag: shown === undefined ? `--${name}` : `--${name} ${shown}`, about };
  });
  options.push({ flag: "-h, --help", about: "this text" });
  const width = Math.max(...options.map(({ flag }) => flag.length));
  const call = ["smsproof", command.name, command.operands].filter((word) => word !== "").join(" ");
  return lines([
    `smsproof ${command.name}: ${command.summary}`,
    "",
    `${style("bold", "Usage:")} ${call} [options]`,
    "",
    ...command.details,
    "",
    style("bold", "Options:"),
    ...options.map(({ flag, about }) => `  ${style("cyan", flag.padEnd(width))}  ${about}`),
    "",
    style("bold", "Examples:"),
    ...command.examples.flatMap(([line, about]) => [`  ${line}`, `      ${style("dim", about)}`]),
  ]);
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
