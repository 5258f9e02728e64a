import type { Locator, Page } from "playwright-core";

/** An example's chip. */
export function chip(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** An octet of the grid. */
export function octet(page: Page, offset: number): Locator {
  return page.locator(`.octet[data-offset="${offset}"]`);
}

/** A line of the field list. */
export function field(page: Page, name: string): Locator {
  const named = page.locator(".field-name", { hasText: new RegExp(`^${name}$`) });
  return page.locator(".field").filter({ has: named });
}

/** The offsets of the octets that are lit. */
export function litOctets(page: Page): Promise<readonly number[]> {
  return page
    .locator(".octet.lit")
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset["offset"])));
}

/** The names of the fields that are lit. */
export function litFields(page: Page): Promise<readonly string[]> {
  return page.locator(".field.lit .field-name").allTextContents();
}
