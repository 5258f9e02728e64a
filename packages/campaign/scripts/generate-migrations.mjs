// Puts the files of migrations/ into a module, so that they are there whatever bundles the package.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../migrations/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const entries = files.map((name) => {
  const sql = readFileSync(new URL(name, folder), "utf8");
  return `  { name: ${JSON.stringify(name.replace(/\.sql$/, ""))}, sql: ${JSON.stringify(sql)} },\n`;
});
const module = `// Made by scripts/generate-migrations.mjs from migrations/*.sql.
import type { Migration } from "./migrate.ts";

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
${entries.join("")}];
`;
const target = new URL("../src/store/migrations.generated.ts", import.meta.url);
if (process.argv.includes("--check")) process.exit(readFileSync(target, "utf8") === module ? 0 : 1);
writeFileSync(target, module);
