import { CONTROL_BASE_PATH } from "../control/control-app.ts";
import type { RequestLogEntry } from "../http/front-door.ts";
import { type RoutingSpec, routingFromSpec } from "../routes/routing-spec.ts";
import { createSandbox, type Sandbox } from "../sandbox.ts";
import type { SandboxOptions } from "../sandbox-options.ts";
import { TELQ_BASE_PATH } from "../telq/telq-app.ts";
import { TESTSMS_BASE_PATH } from "../testsms/testsms-app.ts";
import type { ListenOptions } from "./listen.ts";

/** Where the sandbox stands unless told otherwise. */
export const DEFAULT_PORTS = { http: 4010, smpp: 2775 } as const;

/** What `smsproof sandbox` can be told, and everything else a sandbox can. */
export interface SandboxServerOptions
  extends Omit<SandboxOptions, "routes" | "log">,
    Omit<ListenOptions, "smppPort"> {
  /** Default 4010; 0 picks a free one. */
  readonly port?: number;
  /** Default 2775; 0 picks a free one. */
  readonly smppPort?: number;
  /** The content of a routes file. */
  readonly routes?: RoutingSpec;
  /** Gets one line for each request: `POST /v2.1/client/tests 200`. */
  readonly log?: (line: string) => void;
}

/** What is printed, as one line of JSON, once everything answers. */
export interface SandboxReady {
  readonly ready: true;
  /** Base URLs for the vendors' clients. */
  readonly telq: string;
  readonly testsms: string;
  readonly smpp: string;
  readonly control: string;
}

/** A sandbox that listens. */
export interface SandboxServer {
  readonly ready: SandboxReady;
  readonly sandbox: Sandbox;
  /** Ends every connection and stops time. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox with HTTP and SMPP. Rejects with the system's error when a port is taken, throws a
 * RangeError or a ZodError for routes and options that cannot be.
 */
export async function startSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const {
    port = DEFAULT_PORTS.http,
    smppPort = DEFAULT_PORTS.smpp,
    host,
    smppTimers,
    routes,
    log,
    ...rest
  } = options;
  const sandbox = createSandbox({
    ...rest,
    ...(routes === undefined ? {} : { routes: routingFromSpec(routes) }),
    ...(log === undefined ? {} : { log: (entry) => log(logLine(entry)) }),
  });
  const where: ListenOptions = {
    port,
    smppPort,
    ...(host === undefined ? {} : { host }),
    ...(smppTimers === undefined ? {} : { smppTimers }),
  };
  try {
    const { origin, smpp } = await sandbox.listen(where);
    const ready: SandboxReady = {
      ready: true,
      telq: origin + TELQ_BASE_PATH,
      testsms: origin + TESTSMS_BASE_PATH,
      smpp: smpp ?? "",
      control: origin + CONTROL_BASE_PATH,
    };
    return { ready, sandbox, close: () => sandbox.close() };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

function logLine({ method, path, status, fault }: RequestLogEntry): string {
  return `${method} ${path} ${status ?? "connection ended"}${fault ? " (fault)" : ""}`;
}
