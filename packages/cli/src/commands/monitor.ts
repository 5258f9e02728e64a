import type { Command } from "../command-line/command.ts";
import { UsageError } from "../exit-status.ts";

/** `smsproof monitor`: routes tested by schedule, and an alert for each change. */
export const monitorCommand: Command = {
  name: "monitor",
  summary: "test routes by schedule and tell what has changed",
  operands: "",
  details: [
    "The configuration is JSON: routes with their networks, message and cron schedule, the senders they go by, and a",
    "webhook for alerts. {env:NAME} in senders, webhook and save is a variable of the environment. Each change of a",
    "verdict or of lateness, per route and network, is a line of JSON on the standard output and is posted to the",
    "webhook until it is taken. On Postgres any number of processes share the work. Credits are spent unasked.",
    "Exit status: 0 stopped by Ctrl-C or SIGTERM, 2 called wrongly; with --once that of test.",
  ],
  options: {
    config: { value: "FILE", about: "what is tested, when, and who is told" },
    save: { value: "DIR|URL", about: "where rounds are kept; by itself what the file says, or DATABASE_URL" },
    once: { about: "one round of each route now, then the end: for a schedule of your own" },
    sandbox: { about: "a sandbox in place of vendors and senders; costs nothing" },
  },
  examples: [
    ["smsproof monitor --config routes.json", "until Ctrl-C"],
    ["smsproof monitor --config routes.json --sandbox --once --save /tmp/try", "try a configuration out"],
  ],
  async run({ values, flags, operands }, host) {
    if (operands.length > 0) throw new UsageError(`monitor takes options only, not "${operands[0]}"`);
    const { config, save } = values;
    if (config === undefined) throw new UsageError("What is to be tested? Give --config FILE");
    const { runMonitor } = await import("../monitor/run-monitor.ts");
    return runMonitor({ config, save, once: flags.has("once"), sandbox: flags.has("sandbox") }, host);
  },
};
