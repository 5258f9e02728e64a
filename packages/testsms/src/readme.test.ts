import { readFileSync } from "node:fs";
import { coverageRows } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { testsmsSchemas } from "./api/schemas.ts";
import { TESTSMS_STATUSES } from "./api/status.ts";

const url = new URL("../README.md", import.meta.url);
const readme = readFileSync(url, "utf8");

describe("README.md", () => {
  it("names a test, or says why there is none, in every row, and each test exists", () => {
    const rows = coverageRows(url);
    expect(rows.length).toBeGreaterThan(50);
    expect(
      rows.filter(({ row, references }) => references.length === 0 && !row.includes("| none: ")),
    ).toEqual([]);
    expect(rows.flatMap(({ references }) => references).filter(({ exists }) => !exists)).toEqual([]);
  });

  it("has a row for each of the document's 19 traps", () => {
    for (let trap = 1; trap <= 19; trap++) expect(readme).toContain(`\n| ${trap}. `);
  });

  it("names every field that the client reads and every status", () => {
    const { network, phoneNumber, result } = testsmsSchemas(false);
    const fields = [network, phoneNumber, result].flatMap(({ shape }) => Object.keys(shape));
    for (const name of [...fields, ...TESTSMS_STATUSES]) expect(readme).toContain(`\`${name}\``);
  });
});
