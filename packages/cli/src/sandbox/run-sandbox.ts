import type { RoutingSpec, SandboxServer, SandboxServerOptions } from "@smsproof/sandbox";
import { ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { printable } from "../terminal/printable.ts";
import { messageOf } from "./sandbox-call.ts";

/** What `smsproof sandbox` was told; undefined where it was not. */
export interface SandboxCall {
  readonly port: number | undefined;
  readonly smppPort: number | undefined;
  readonly seed: number | undefined;
  readonly routes: RoutingSpec | undefined;
  readonly realTime: boolean;
}

/** Starts a sandbox, says on the standard output that it is ready, and runs until it is told to stop. */
export async function runSandbox(call: SandboxCall, host: Host): Promise<ExitStatus> {
  const server = await start(call, host);
  const stopped = host.untilStopped();
  host.stdout.write(`${JSON.stringify(server.ready)}\n`);
  await stopped;
  await server.close();
  return ExitStatus.ok;
}

async function start(
  { port, smppPort, seed, routes, realTime }: SandboxCall,
  host: Host,
): Promise<SandboxServer> {
  // Loaded late: who decodes a PDU need not wait for a web server.
  const { startSandboxServer } = await import("@smsproof/sandbox");
  const options: SandboxServerOptions = {
    ...(port === undefined ? {} : { port }),
    ...(smppPort === undefined ? {} : { smppPort }),
    ...(seed === undefined ? {} : { seed }),
    ...(routes === undefined ? {} : { routes }),
    realTime,
    log: (line) => host.stderr.write(`${printable(line)}\n`),
  };
  try {
    return await startSandboxServer(options);
  } catch (error) {
    throw new UsageError(`The sandbox cannot start: ${messageOf(error)}`);
  }
}
