import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_QUIRKS } from "../quirks/quirks.ts";
import { ROUTES } from "../routes/catalogue.ts";
import { routeFromSpec } from "../routes/route-spec.ts";
import { createSandbox } from "../sandbox.ts";
import { renewed } from "../testing/readme-session.ts";

const README = new URL("../../README.md", import.meta.url);

/** `RENEW_README=1 vitest run src/control/readme.test.ts` writes the answers as they are. */
it("shows the sandbox's real answers", async () => {
  const markdown = readFileSync(README, "utf8");
  const now = await renewed(markdown, createSandbox());
  if (process.env["RENEW_README"] === "1") writeFileSync(README, now);
  else expect(now).toBe(markdown);
});

it("names every route with its findings", () => {
  const markdown = readFileSync(README, "utf8");
  for (const { name, parameters, args } of ROUTES) {
    const { causes } = routeFromSpec(args.length === 0 ? name : { [name]: args });
    const call = `${name}(${parameters.map((one) => (one.optional ? `${one.name}?` : one.name)).join(", ")})`;
    const row = `| \`${name === "clean" ? name : call}\` | ${causes.map((code) => `\`${code}\``).join(" ") || "none"} |`;
    expect(markdown).toContain(row);
  }
});

it("names every quirk with its default", () => {
  const markdown = readFileSync(README, "utf8");
  for (const [name, value] of Object.entries(DEFAULT_QUIRKS)) {
    const entries =
      typeof value === "object" && value !== null ? Object.entries(value) : [[null, value] as const];
    for (const [inner, written] of entries) {
      const path = inner === null ? name : `${name}.${inner}`;
      expect(markdown).toContain(`| \`${path}\` | \`${JSON.stringify(written)}\` |`);
    }
  }
});
