import { type DecodeOptions, decodeDeliver, isPduError } from "@smsproof/pdu";
import type { Item } from "../input/item.ts";
import type { DeliverResult, ErrorResult, SourcePlace } from "./result.ts";

/** Decodes what a reader found. Never throws for bad input: that is an {@link ErrorResult}. */
export function decodeItem(
  item: Item,
  file: string | null,
  options: DecodeOptions,
): DeliverResult | ErrorResult {
  const source: SourcePlace = { file, line: item.line, record: item.record, index: item.index };
  if (item.kind === "fault") {
    const { code, message, input, path } = item;
    return {
      kind: "error",
      value: { error: { code, message, field: null, offset: null }, input },
      source,
      path,
    };
  }
  try {
    return { kind: "deliver", value: decodeDeliver(item.pdu, options), source };
  } catch (error) {
    if (!isPduError(error)) throw error;
    const { code, message, field, offset } = error;
    return {
      kind: "error",
      value: { error: { code, message, field, offset }, input: item.pdu },
      source,
      path: item.path,
    };
  }
}
