#!/usr/bin/env node
import { ExitStatus } from "./exit-status.ts";
import { processHost } from "./process-host.ts";
import { runProgram } from "./program.ts";

const { host, end } = processHost();
try {
  process.exitCode = await runProgram(process.argv.slice(2), host);
} catch (error) {
  end();
  // Only a mistake of ours comes here: bad input and bad calls have their own words and status.
  process.stderr.write(`smsproof: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = ExitStatus.usage;
}
