import type { Command } from "../command-line/command.ts";
import { decodeCommand } from "./decode.ts";
import { explainCommand } from "./explain.ts";

/** All commands, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [decodeCommand, explainCommand];
