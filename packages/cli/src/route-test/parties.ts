import type { Clock, Sender, Vendor } from "@smsproof/vendor";
import { withVariables } from "../command-line/variables.ts";
import type { Host } from "../host.ts";
import { createSender } from "./sender.ts";

/** The vendors that tests can be made at. */
export const VENDORS = ["telq", "testsms"] as const;

export type VendorName = (typeof VENDORS)[number];

/** Who takes part in a test, and by whose clock. */
export interface Parties {
  readonly vendor: Vendor;
  readonly sender: Sender;
  readonly clock: Clock | undefined;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** What the real parties are made of. */
export interface RealParties {
  readonly vendor: VendorName;
  /** What `--via` says. */
  readonly via: string;
  /** What the sender is called in plans and reports; its kind where absent. */
  readonly name: string | undefined;
}

/**
 * A vendor with the credentials of the environment, and a sender. Throws a `VendorError` for credentials that are
 * missing, a `CampaignError` for a sender that cannot be.
 */
export async function realParties({ vendor, via, name }: RealParties, host: Host): Promise<Parties> {
  const account = await createVendor(vendor, host);
  const sender = await createSender(withVariables(via, host.env, "--via"), name, host);
  return { vendor: account, sender, clock: undefined, close: async () => sender.close?.() };
}

/** The account at a vendor that the environment describes. Each client is loaded when it is needed. */
export async function createVendor(name: VendorName, { env }: Host): Promise<Vendor> {
  switch (name) {
    case "telq": {
      const { createTelq } = await import("@smsproof/telq");
      return createTelq({ environment: env }).asVendor();
    }
    case "testsms": {
      const { createTestsms } = await import("@smsproof/testsms");
      return createTestsms({ environment: env }).asVendor();
    }
  }
}
