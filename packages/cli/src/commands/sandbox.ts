import type { Command } from "../command-line/command.ts";
import { runSandbox, type SandboxCall } from "../sandbox/run-sandbox.ts";
import { portOf, routesOf, seedOf } from "../sandbox/sandbox-call.ts";

/** `smsproof sandbox`: both vendors, handsets and routes on this machine. */
export const sandboxCommand: Command = {
  name: "sandbox",
  summary: "stand in for TelQ and TestSMS, with handsets and an SMSC, on this machine",
  operands: "",
  details: [
    "Prints one line of JSON when ready, with the URLs of both vendors, of the SMSC and of the control API;",
    "tells each request on the standard error. Listens on this machine only. Ctrl-C or SIGTERM stops it.",
    "Exit status: 0 stopped, 2 called wrongly or a port is taken.",
  ],
  options: {
    port: { value: "N", about: "of the vendors and the control API; by itself 4010, 0 picks a free one" },
    "smpp-port": { value: "N", about: "of the SMSC; by itself 2775, 0 picks a free one" },
    seed: { value: "N", about: "what is drawn by chance; the same seed answers the same" },
    routes: { value: "FILE", about: "which routes messages take, as JSON" },
    "real-time": { about: "let its clock run as ours does, not by /_sandbox/advance alone" },
  },
  examples: [
    ["smsproof sandbox", "on the usual ports"],
    ["smsproof sandbox --port 0 --smpp-port 0 --seed 7", "on free ports, always the same"],
  ],
  async run({ values, flags }, host) {
    const call: SandboxCall = {
      port: portOf("port", values["port"]),
      smppPort: portOf("smpp-port", values["smpp-port"]),
      seed: seedOf(values["seed"]),
      routes: await routesOf(values["routes"]),
      realTime: flags.has("real-time"),
    };
    return runSandbox(call, host);
  },
};
