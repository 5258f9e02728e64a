import type { Batches, Item } from "../input/item.ts";

/** All items of a reader, and the number of records. */
export async function readAll(batches: Batches): Promise<{ items: Item[]; records: number }> {
  const items: Item[] = [];
  let records = 0;
  for await (const batch of batches) {
    items.push(...batch.items);
    records = batch.records;
  }
  return { items, records };
}

/** An item in a few words: `3 pdusDelivered[0] 0791` or `4 NOT_JSON {"a":`. */
export function brief(item: Item): string {
  const what = item.kind === "pdu" ? item.pdu : `${item.code} ${item.input}`;
  return [item.line, item.path, what].filter((part) => part !== "").join(" ");
}

/** Cuts text at the given places, which may lie anywhere. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const sorted = [...places].sort((a, b) => a - b);
  const pieces: string[] = [];
  let from = 0;
  for (const place of sorted) {
    const to = Math.max(from, Math.min(text.length, place));
    pieces.push(text.slice(from, to));
    from = to;
  }
  pieces.push(text.slice(from));
  return pieces;
}
