import type { CallbackHosts } from "./callbacks/loopback.ts";
import type { Clock } from "./clock/clock.ts";
import type { FaultBoard } from "./faults/fault-board.ts";
import type { Networks } from "./networks/networks.ts";
import type { QuirkBoard } from "./quirks/quirks.ts";
import type { Random } from "./random/random.ts";

/** What all parts of one sandbox share. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly networks: Networks;
  readonly quirks: QuirkBoard;
  readonly faults: FaultBoard;
  readonly callbackHosts: CallbackHosts;
  readonly credentials: Credentials;
}

/** Who may do what. The defaults are printed in the README and protect nothing. */
export interface Credentials {
  readonly telq: { readonly appId: number; readonly appKey: string };
  readonly testsms: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly email: string;
    readonly password: string;
  };
  readonly smpp: { readonly systemId: string; readonly password: string };
}

/** The credentials of a sandbox that is given none. */
export const DEFAULT_CREDENTIALS: Credentials = {
  telq: { appId: 1, appKey: "sandbox-key" },
  testsms: {
    clientId: "sandbox-client",
    clientSecret: "sandbox-secret",
    email: "sandbox@example.com",
    password: "sandbox",
  },
  smpp: { systemId: "sandbox", password: "sandbox" },
};
