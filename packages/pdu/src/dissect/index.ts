export { type DissectOptions, dissect } from "./dissect.ts";
export type { BitField, DissectionNode } from "./dissection-node.ts";
