import { readFileSync } from "node:fs";

/** What every row of `vectors/*.jsonl` has. The files' README says what the keys mean. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly note?: string;
}

/** A whole PDU and what its source asserts of it. */
export interface VectorRow extends Row {
  readonly type: "DELIVER" | "UNKNOWN" | "UD";
  readonly hex: string;
  readonly hasSmsc: boolean;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly set?: string;
  readonly setText?: string;
  readonly setDerived?: string;
  readonly replaces?: boolean;
  readonly malformed?: boolean;
  readonly truncated?: boolean;
  readonly udl?: number;
  readonly dcs?: number;
  readonly udhi?: boolean;
}

/** A whole TPDU of another type than SMS-DELIVER and what its source asserts of it. */
export interface TpduRow extends Omit<VectorRow, "type"> {
  readonly type: "SUBMIT" | "DELIVER_REPORT" | "SUBMIT_REPORT" | "STATUS_REPORT" | "COMMAND";
  /** What a scratch decoder read where the source asserts nothing. */
  readonly derived?: Readonly<Record<string, unknown>>;
  /** National tables that the source gives beside the PDU. */
  readonly langLock?: number;
  readonly langSingle?: number;
}

/** One field alone and what its source asserts of it. */
export interface FieldRow extends Row {
  readonly kind: string;
  readonly hex: string | readonly string[];
  readonly expect: Readonly<Record<string, unknown>>;
  readonly udl?: number;
  readonly dcs?: number;
  readonly udhi?: boolean;
}

/** A text and its septets. */
export interface SeptetRow extends Row {
  readonly op: "both" | "pack" | "unpack" | "decode-septets";
  readonly text: string | null;
  readonly packed?: string;
  readonly fill?: number;
  readonly septets?: string;
  readonly count?: number;
  readonly ussd?: boolean;
  readonly locking?: number;
  readonly single?: number;
}

/** All rows of a file in `vectors/`. */
export function rowsOf(file: "vectors"): readonly VectorRow[];
export function rowsOf(file: "tpdus"): readonly TpduRow[];
export function rowsOf(file: "fields"): readonly FieldRow[];
export function rowsOf(file: "gsm7"): readonly SeptetRow[];
export function rowsOf(file: string): readonly Row[] {
  const lines = readFileSync(new URL(`../../vectors/${file}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}
