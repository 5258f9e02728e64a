import { type ListItem, type NetworkDestination, networkKey, type TestDestination } from "@smsproof/vendor";
import type { TelqTest } from "../api/schemas.ts";

/** A test and the destination that it answers. */
export interface PairedTest {
  /** -1 for a test that nobody asked for. */
  readonly index: number;
  readonly destination: TestDestination;
  readonly item: ListItem<TelqTest>;
}

/**
 * Which test answers which destination: by `destinationNetwork`, among equals in order. What is left over is paired in
 * order too, since the document's own samples ask for 208 and are answered with 206. No test is dropped.
 */
export function pairWithDestinations(
  items: readonly ListItem<TelqTest>[],
  destinations: readonly NetworkDestination[],
): { readonly paired: readonly PairedTest[]; readonly unanswered: readonly number[] } {
  const open = new Map<string, number[]>();
  for (const [index, { network }] of destinations.entries()) {
    const key = networkKey(network);
    const indices = open.get(key);
    if (indices === undefined) open.set(key, [index]);
    else indices.push(index);
  }
  // From the back, because taking from the end of an array is cheap.
  for (const indices of open.values()) indices.reverse();

  const paired: PairedTest[] = [];
  const strangers: ListItem<TelqTest>[] = [];
  for (const item of items) {
    const index = open.get(keyOf(item.value))?.pop();
    const destination = index === undefined ? undefined : destinations[index];
    if (index === undefined || destination === undefined) strangers.push(item);
    else paired.push({ index, destination, item });
  }
  const left = [...open.values()].flat().sort((a, b) => a - b);
  for (const item of strangers) {
    const index = left.shift();
    const destination = index === undefined ? undefined : destinations[index];
    if (index === undefined || destination === undefined)
      paired.push({ index: -1, destination: ownDestination(item.value), item });
    else paired.push({ index, destination, item });
  }
  return { paired, unanswered: left };
}

function keyOf({ destinationNetwork }: TelqTest): string {
  if (destinationNetwork === null) return "";
  const { mcc, mnc, portedFromMnc } = destinationNetwork;
  if (mcc === null || mnc === null) return "";
  return networkKey({ mcc, mnc, portedFrom: portedFromMnc === null ? null : { mcc, mnc: portedFromMnc } });
}

function ownDestination({ destinationNetwork }: TelqTest): TestDestination {
  const { mcc, mnc, portedFromMnc } = destinationNetwork ?? { mcc: null, mnc: null, portedFromMnc: null };
  const portedFrom = portedFromMnc === null || mcc === null ? null : { mcc, mnc: portedFromMnc };
  return { kind: "network", network: { mcc: mcc ?? "", mnc: mnc ?? "", portedFrom } };
}
