/** What the address bar says behind `#`: `decode?pdu=0791…&at=2`. Values are as they stand there. */
export interface Address {
  readonly tab: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Reads a hash; anything unknown is an empty address. */
export function parseAddress(hash: string): Address {
  const [tab = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const params = query
    .split("&")
    .map((pair) => pair.split("=", 2))
    .flatMap(([name, value]) => (name && value !== undefined ? [[name, value] as const] : []));
  return { tab, params: new Map(params) };
}

/** The hash of an address, `""` for one that says nothing. */
export function formatAddress({ tab, params }: Address, defaultTab: string): string {
  if (params.size === 0) return tab === defaultTab ? "" : `#${tab}`;
  return `#${tab}?${[...params].map(([name, value]) => `${name}=${value}`).join("&")}`;
}
