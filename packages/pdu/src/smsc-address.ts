import type { NumberingPlan, TypeOfNumber } from "./address.ts";

/** The service centre's address in front of a TPDU (3GPP TS 24.011, 8.2.5.1). */
export interface SmscAddress {
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
}
