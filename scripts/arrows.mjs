// Keeps the arrows between rooms: each package imports only what its place allows, and lists what it imports.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Which of our packages each room may import at run time; `*` is any. */
const ARROWS = {
  "@smsproof/pdu": [],
  "@smsproof/vendor": [],
  "@smsproof/compare": ["@smsproof/pdu"],
  "@smsproof/telq": ["@smsproof/vendor"],
  "@smsproof/testsms": ["@smsproof/vendor"],
  "@smsproof/sandbox": ["@smsproof/pdu"],
  "@smsproof/campaign": ["@smsproof/vendor", "@smsproof/pdu", "@smsproof/compare"],
  smsproof: ["*"],
  "@smsproof/demo": ["*"],
};

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']/g;
const isTest = (path) =>
  /\.test\.ts$|(^|\/)(testing|test|tests|bench|scripts)\//.test(path) || /\.config\.\w+$/.test(path);

/** `@scope/name/entry` -> `@scope/name`; null for relative paths and Node's own modules. */
function packageOf(specifier) {
  if (/^[./#]|^node:/.test(specifier)) return null;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

const isOurs = (name) => name === "smsproof" || name.startsWith("@smsproof/");

/** The faults of one package: `files` are its sources by path, `manifest` its package.json. */
export function faultsOf(manifest, files, arrows = ARROWS) {
  const {
    name,
    dependencies = {},
    devDependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
  } = manifest;
  const allowed = arrows[name];
  if (allowed === undefined) return [`${name} has no place in the arrows of scripts/arrows.mjs`];
  const may = (other) => allowed.includes("*") || allowed.includes(other);
  const faults = Object.keys({ ...dependencies, ...peerDependencies })
    .filter((other) => isOurs(other) && !may(other))
    .map((other) => `${name} lists ${other}, which its place does not allow`);
  const runtime = { ...dependencies, ...optionalDependencies, ...peerDependencies };
  for (const [path, source] of Object.entries(files)) {
    if (isTest(path)) continue;
    for (const [, specifier] of source.matchAll(IMPORT)) {
      const other = packageOf(specifier);
      if (other === null || other === name) continue;
      if (isOurs(other) && !may(other))
        faults.push(`${path} imports ${other}, which the place of ${name} does not allow`);
      // The page is bundled: what it is made of may stand among its development dependencies.
      const listed = manifest.private ? { ...runtime, ...devDependencies } : runtime;
      if (isOurs(other) && !(other in listed))
        faults.push(`${path} imports ${other}, which ${name} does not list`);
    }
  }
  return faults;
}

function sourcesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !/\/(node_modules|dist)\//.test(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const faults = [];
  for (const group of ["packages", "apps"])
    for (const folder of readdirSync(root + group)) {
      const base = `${root}${group}/${folder}`;
      const manifest = JSON.parse(readFileSync(`${base}/package.json`, "utf8"));
      const files = Object.fromEntries(
        sourcesOf(base).map((path) => [path.slice(root.length), readFileSync(path, "utf8")]),
      );
      faults.push(...faultsOf(manifest, files));
    }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
