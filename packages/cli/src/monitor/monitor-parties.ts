import type { Sender, Vendor } from "@smsproof/vendor";
import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { createVendor, VENDORS } from "../route-test/parties.ts";
import { sandboxVendor } from "../route-test/sandbox-parties.ts";
import { createSender } from "../route-test/sender.ts";
import { messageOf } from "../sandbox/sandbox-call.ts";
import type { MonitorFile } from "./monitor-file.ts";

/** Who takes part in the rounds of a monitor. */
export interface MonitorParties {
  readonly vendors: readonly Vendor[];
  readonly senders: readonly Sender[];
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** The vendors with the credentials of the environment, and the senders of the file. */
export async function realMonitorParties(file: MonitorFile, host: Host): Promise<MonitorParties> {
  const names = vendorNames(file);
  const vendors = await Promise.all(names.map((name) => createVendor(name, host)));
  const senders: Sender[] = [];
  for (const [name, via] of Object.entries(file.senders)) senders.push(await createSender(via, name, host));
  return {
    vendors,
    senders,
    async close() {
      await Promise.all(senders.map((sender) => sender.close?.()));
    },
  };
}

/** A sandbox in place of all of them. Each sender is a supplier of it, whose route `sandbox.suppliers` can choose. */
export async function sandboxMonitorParties(file: MonitorFile): Promise<MonitorParties> {
  const { createSandbox, routingFromSpec } = await import("@smsproof/sandbox");
  const { createInProcessSender } = await import("@smsproof/campaign");
  const sandbox = createSandbox({
    realTime: true,
    transitMs: [200, 1500],
    routes: inWords(() => routingFromSpec(file.sandbox ?? {})),
  });
  const senders = Object.keys(file.senders).map((name) =>
    createInProcessSender(sandbox, { name, supplier: name }),
  );
  const vendors = vendorNames(file).map((name) => sandboxVendor(name, sandbox, sandbox.fetch, undefined));
  return {
    vendors: await Promise.all(vendors),
    senders,
    async close() {
      await Promise.all(senders.map((sender) => sender.close?.()));
      await sandbox.close();
    },
  };
}

function vendorNames({ vendors }: MonitorFile): readonly (typeof VENDORS)[number][] {
  return vendors.map((wanted) => {
    const known = VENDORS.find((name) => name === wanted);
    if (known === undefined)
      throw new UsageError(`There is no vendor "${wanted}"; there are ${VENDORS.join(", ")}`);
    return known;
  });
}

function inWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`sandbox: ${messageOf(error)}`);
  }
}
