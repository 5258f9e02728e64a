import type { Clock, Sender, Vendor } from "@smsproof/vendor";
import type { OfferedNetwork, OfferedVendor } from "../../src/route-test/campaign-wire.ts";

/** One test that was asked for. */
export interface WantedTest {
  readonly network: OfferedNetwork;
  /** A route of the sandbox by its id, null where there is no choice. */
  readonly route: string | null;
}

/** What one campaign is run with. */
export interface CampaignParties {
  readonly vendor: Vendor;
  readonly sender: Sender;
  readonly clock: Clock;
  /** How long the vendor waits for each message; its own default where absent. */
  readonly timeToLiveSeconds?: number;
  /** Lets go of what this campaign alone used. */
  readonly release: () => Promise<void>;
}

/** A vendor with the way by which its messages go out. */
export interface Party {
  readonly offered: OfferedVendor;
  /** Throws an `Error` whose message can be shown. */
  networks(): Promise<readonly OfferedNetwork[]>;
  /** Throws an `Error` whose message can be shown. */
  prepare(campaign: string, tests: readonly WantedTest[]): Promise<CampaignParties>;
  close(): Promise<void>;
}
