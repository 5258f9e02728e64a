import type { TestQuery } from "@smsproof/campaign";
import type { StorageCall } from "../storage/storage.ts";

/** What records are printed as. */
export const REPORT_FORMATS = ["csv", "ndjson"] as const;

/** What `smsproof report` was told. */
export interface ReportCall {
  readonly storage: StorageCall;
  readonly query: TestQuery;
  /** The page's file; `-` is the standard output. */
  readonly html: string | undefined;
  readonly title: string | undefined;
  readonly format: (typeof REPORT_FORMATS)[number] | undefined;
}
