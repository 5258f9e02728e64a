import type { CampaignPlan } from "@smsproof/campaign";
import type { StorageCall } from "../storage/storage.ts";
import type { VendorName } from "./parties.ts";
import type { SandboxParties } from "./sandbox-parties.ts";

/** What verdicts are printed as. */
export const TEST_FORMATS = ["pretty", "json", "ndjson", "markdown", "junit"] as const;

/** What `smsproof test` was told. */
export interface RouteTestCall {
  /** A new campaign, or the id of one to go on with. */
  readonly campaign:
    | { readonly kind: "new"; readonly plan: Omit<CampaignPlan, "vendors" | "senders"> }
    | { readonly kind: "resume"; readonly id: string };
  readonly parties:
    | ({ readonly kind: "sandbox" } & SandboxParties)
    | {
        readonly kind: "real";
        readonly vendor: VendorName | undefined;
        readonly via: string;
        readonly yes: boolean;
      };
  readonly storage: StorageCall | null;
  readonly format: (typeof TEST_FORMATS)[number];
}
