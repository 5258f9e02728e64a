import { vendorContract } from "@smsproof/vendor/contract";
import { describe, it } from "vitest";
import { makeTestsmsRig } from "../testing/testsms-rig.ts";

describe("testsms.asVendor keeps the contract of every vendor", () => {
  for (const { name, run } of vendorContract(makeTestsmsRig)) it(name, run);
});
