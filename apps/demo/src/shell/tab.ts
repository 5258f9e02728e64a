/** A screen of the page. Custom elements that are tabs implement it. */
export interface TabElement extends HTMLElement {
  /** Shows what an address says; `remembered` is what the tab gave with it, or null for an address from elsewhere. */
  restore(params: ReadonlyMap<string, string>, remembered: unknown): void;
}

/** One entry of the row of tabs. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Makes it when it is first shown; what only this tab needs is fetched then. */
  readonly create: () => Promise<TabElement>;
}

/** What a tab says when its address changed. */
export interface AddressChange {
  readonly params: ReadonlyMap<string, string>;
  /** A step to which "back" returns, or the present one refined. */
  readonly step: "new" | "same";
  /** Given back to `restore`; structured-cloneable and small. */
  readonly remember: unknown;
}

/** The event that carries an {@link AddressChange}. */
export const ADDRESS_CHANGE = "address-change";
