import { vendorContract } from "@smsproof/vendor/contract";
import { describe, it } from "vitest";
import { CARRIERS } from "../testing/carriers.ts";
import { rigMaker } from "../testing/clients-rig.ts";

describe.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))("over %s", (_, carrier) => {
  describe.each(["telq", "testsms"] as const)("%s's client keeps the contract of every vendor", (vendor) => {
    for (const { name, run } of vendorContract(rigMaker(vendor, carrier))) it(name, run);
  });
});
