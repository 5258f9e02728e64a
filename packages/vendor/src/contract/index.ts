export { ContractBreach, type ContractCase } from "./contract-case.ts";
export { type CreationRig, creationContract } from "./creation-contract.ts";
export {
  type ConnectionFault,
  type FaultyServer,
  type FaultyServerOptions,
  type RawReply,
  type RawRequest,
  startFaultyServer,
} from "./faulty-server.ts";
export { findRuntime, type OtherRuntime } from "./other-runtimes.ts";
export { type CoverageRow, coverageRows, type TestReference } from "./readme-references.ts";
export { secretsShown } from "./secrets-shown.ts";
export { vendorContract } from "./vendor-contract.ts";
export type { MakeVendorRig, RigFault, VendorRig } from "./vendor-rig.ts";
export { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";
