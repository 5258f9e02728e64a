import type { Command } from "../command-line/command.ts";
import { compareCommand } from "./compare.ts";
import { decodeCommand } from "./decode.ts";
import { explainCommand } from "./explain.ts";
import { monitorCommand } from "./monitor.ts";
import { reportCommand } from "./report.ts";
import { sandboxCommand } from "./sandbox.ts";
import { testCommand } from "./test.ts";

/** All commands, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [
  decodeCommand,
  explainCommand,
  compareCommand,
  testCommand,
  monitorCommand,
  reportCommand,
  sandboxCommand,
];
