import { vendorContract } from "@smsproof/vendor/contract";
import { describe, it } from "vitest";
import { makeTelqRig } from "../testing/telq-rig.ts";

describe("telq.asVendor keeps the contract of every vendor", () => {
  for (const { name, run } of vendorContract(makeTelqRig)) it(name, run);
});
