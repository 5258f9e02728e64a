import type { DecodeReport } from "./decode-report.ts";

/** How many messages and failures the page shows; the rest is counted. */
export const SHOWN_ENTRIES = 200;

/** What the page asks of the worker. */
export interface DecodeRequest {
  readonly id: number;
  readonly input: string | Blob;
}

/** What the worker says; `progress` any number of times, then one of the others. */
export type DecodeReply =
  | { readonly id: number; readonly kind: "progress"; readonly records: number }
  | { readonly id: number; readonly kind: "report"; readonly report: DecodeReport }
  | { readonly id: number; readonly kind: "refused"; readonly message: string };
