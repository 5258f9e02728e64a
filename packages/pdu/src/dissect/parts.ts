import type { Field } from "../diagnostic.ts";
import type { AddressField, PartName } from "../reading.ts";

/** Where a part belongs. */
export interface PartRule {
  readonly field: Field;
  readonly clause: string;
  /** The field that several parts make up together. */
  readonly group: string | null;
}

const alone = (field: Field, clause: string): PartRule => ({ field, clause, group: null });
const within = (field: Field, clause: string): PartRule => ({ field, clause, group: field });

type AddressPart = AddressField | `${AddressField} length` | `${AddressField} type`;

const address = <F extends AddressField>(
  field: F,
  clause: string,
): Record<F | `${F} length` | `${F} type`, PartRule> =>
  ({
    [`${field} length`]: within(field, "23.040 9.1.2.5"),
    [`${field} type`]: within(field, "23.040 9.1.2.5"),
    [field]: within(field, clause),
  }) as Record<F | `${F} length` | `${F} type`, PartRule>;

const ADDRESSES: Readonly<Record<AddressPart, PartRule>> = {
  ...address("TP-OA", "23.040 9.2.3.7"),
  ...address("TP-DA", "23.040 9.2.3.8"),
  ...address("TP-RA", "23.040 9.2.3.14"),
};

/** Where each part belongs and where it is specified. */
export const PARTS: Readonly<Record<PartName, PartRule>> = {
  "SMSC length": within("SMSC", "24.011 8.2.5.1"),
  "SMSC type": within("SMSC", "24.011 8.2.5.1"),
  SMSC: within("SMSC", "24.011 8.2.5.1"),
  "first octet": alone("TP-MTI", "23.040 9.2.3.1"),
  ...ADDRESSES,
  "TP-PID": alone("TP-PID", "23.040 9.2.3.9"),
  "TP-DCS": alone("TP-DCS", "23.038 4"),
  "TP-SCTS": alone("TP-SCTS", "23.040 9.2.3.11"),
  "TP-DT": alone("TP-DT", "23.040 9.2.3.13"),
  "TP-VP": alone("TP-VP", "23.040 9.2.3.12"),
  "TP-MR": alone("TP-MR", "23.040 9.2.3.6"),
  "TP-MN": alone("TP-MN", "23.040 9.2.3.18"),
  "TP-ST": alone("TP-ST", "23.040 9.2.3.15"),
  "TP-FCS": alone("TP-FCS", "23.040 9.2.3.22"),
  "TP-PI": alone("TP-PI", "23.040 9.2.3.27"),
  "TP-CT": alone("TP-CT", "23.040 9.2.3.19"),
  "TP-CDL": alone("TP-CDL", "23.040 9.2.3.20"),
  "TP-CD": alone("TP-CD", "23.040 9.2.3.21"),
  "TP-UDL": alone("TP-UDL", "23.040 9.2.3.16"),
  "TP-UDHL": within("TP-UDH", "23.040 9.2.3.24"),
  IEI: within("TP-UDH", "23.040 9.2.3.24"),
  IEDL: within("TP-UDH", "23.040 9.2.3.24"),
  IED: within("TP-UDH", "23.040 9.2.3.24"),
  "TP-UDH": within("TP-UDH", "23.040 9.2.3.24"),
  "TP-UD": alone("TP-UD", "23.040 9.2.3.24"),
};
