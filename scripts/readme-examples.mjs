// The examples of a README: what they are, and whether they still do what they show.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MAIN = join(ROOT, "packages/cli/dist/main.js");
const FENCE = /^```(console|ts)\n([\s\S]*?)^```$/gm;

/** `{ kind, source, line }` for each runnable fence of a README. */
export function examplesOf(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(FENCE)].map(({ 1: kind, 2: source, index }) => ({
    kind,
    source,
    line: text.slice(0, index).split("\n").length,
  }));
}

/** `$ command` lines with the output that follows each. */
export function commandsOf(source) {
  return source
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [command, ...output] = step.split("\n");
      return { command, expected: output.join("\n") };
    });
}

/** Runs one command as a reader would in the repository; standard output and error as they come. */
export function runCommand(command, cwd) {
  const script = `smsproof() { "${process.execPath}" "${MAIN}" "$@"; }; exec 2>&1; ${command}`;
  const { stdout } = spawnSync("bash", ["-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
  });
  return stdout;
}

/** TypeScript with `expression; // => value` lines, as a module that collects what came out different. */
export function checkedModule(source) {
  const body = source.replace(/^(?!import\b)(.*?);?[ \t]*\/\/ => (.*)$/gm, (_, statement, expected) => {
    const declared = /^\s*(?:const|let)\s+(\w+)\b/.exec(statement);
    const run = declared ? `${statement}; ` : "";
    return `${run}__check(() => (${declared ? declared[1] : statement}), ${JSON.stringify(expected.trim())});`;
  });
  return `import { inspect as __inspect } from "node:util";
export const differences = [];
const __show = (value) => __inspect(value, { depth: Infinity, breakLength: Infinity, compact: true, sorted: false });
const __check = (run, expected) => {
  let got;
  try { got = __show(run()); } catch (error) { got = String(error); }
  if (got !== expected) differences.push({ expected, got });
};
${body}`;
}

/** Runs a `ts` example inside its package, so that it finds the package by name. Returns what came out different. */
export async function runModule(source, packageFolder, name) {
  const folder = join(packageFolder, ".readme");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  try {
    writeFileSync(
      file,
      transformSync(checkedModule(source), { loader: "ts", format: "esm", target: "es2022" }).code,
    );
    const { differences } = await import(pathToFileURL(file).href);
    return differences;
  } finally {
    rmSync(file, { force: true });
  }
}

/** The package that a README's modules run in. The root's run in the command's, which depends on all that it shows. */
export const folderOf = (path) =>
  dirname(path) === dirname(`${ROOT}x`) ? join(ROOT, "packages/cli") : dirname(path);

/** Every README with examples. */
export function readmes() {
  const rooms = ["packages", "apps"].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(ROOT, group, name, "README.md")),
  );
  return [join(ROOT, "README.md"), ...rooms];
}

/** The text of a README with the outputs of its commands as they are now. */
function renewed(text) {
  return text.replace(FENCE, (fence, kind, source) => {
    if (kind !== "console") return fence;
    const steps = commandsOf(source).map(({ command }) => `$ ${command}\n${runCommand(command, ROOT)}`);
    return `\`\`\`console\n${steps.join("")}\`\`\``;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === "--write")
  for (const path of readmes())
    if (existsSync(path)) writeFileSync(path, renewed(readFileSync(path, "utf8")));
