import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { rowsOf } from "./conformance/rows.ts";
import { decodeDeliver, decodeDeliverPlainly } from "./decode-deliver.ts";
import { isPduError } from "./pdu-error.ts";
import { deliverPdu } from "./testing/deliver-pdu.ts";

const PACKAGE = new URL("..", import.meta.url);
const DIST = new URL("dist/", PACKAGE);
const read = (file: string): string => readFileSync(new URL(file, DIST), "utf8");

/** A file of dist and everything that it imports of its neighbours. */
function withChunks(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const code = read(file);
  seen.set(file, code);
  for (const [, specifier = ""] of code.matchAll(/(?:from|import|require\()\s*["'](\.\/[^"']+)["']/g))
    withChunks(specifier.slice(2), seen);
  return seen;
}

function foreignImports(code: string): string[] {
  return [...code.matchAll(/(?:from|import|require\()\s*\(?["']([^."'][^"']*)["']/g)].map(
    ([, name = ""]) => name,
  );
}

/** What can be seen of a result from outside: the value, or code and place of the error. */
function shown(decode: () => unknown): string {
  try {
    return JSON.stringify(decode());
  } catch (error) {
    if (!isPduError(error)) throw error;
    return `${error.code} ${error.field} ${error.offset} ${error.message}`;
  }
}

const VECTORS = rowsOf("vectors").map(({ hex }) => hex);
const EXPECTED = VECTORS.map((hex) => shown(() => decodeDeliver(hex)));

describe("the built core", () => {
  it.each(["index.js", "index.cjs", "dissect.js", "dissect.cjs"])(
    "%s imports nothing and names nothing of a platform",
    (entry) => {
      for (const [file, code] of withChunks(entry)) {
        expect(foreignImports(code), file).toEqual([]);
        expect(code, file).not.toMatch(
          /\b(Buffer|TextDecoder|TextEncoder|process|window|globalThis|navigator)\b\s*[.([]/,
        );
        expect(code, file).not.toContain("node:");
      }
    },
  );

  it("decodes in a bare engine, with no globals but ECMAScript's", () => {
    const context = createContext({ module: { exports: {} } });
    expect(runInContext("typeof Buffer + typeof TextDecoder + typeof process", context)).toBe(
      "undefinedundefinedundefined",
    );
    runInContext(`(function (module, exports) {${read("index.cjs")}\n})(module, module.exports)`, context);
    const results = runInContext(
      `(hexes) => JSON.stringify(hexes.map((hex) => {
        try { return JSON.stringify(module.exports.decodeDeliver(hex)); }
        catch (error) {
          if (!module.exports.isPduError(error)) throw error;
          return error.code + " " + error.field + " " + error.offset + " " + error.message;
        }
      }))`,
      context,
    ) as (hexes: readonly string[]) => string;
    expect(JSON.parse(results(VECTORS))).toEqual(EXPECTED);
  });

  it("gives the same from every entry: ESM, CommonJS, and both with Node's own conversions", async () => {
    const require = createRequire(import.meta.url);
    const entries = [
      await import(new URL("index.js", DIST).href),
      await import(new URL("node.js", DIST).href),
      require(fileURLToPath(new URL("index.cjs", DIST))),
      require(fileURLToPath(new URL("node.cjs", DIST))),
    ] as readonly { readonly decodeDeliver: typeof decodeDeliver }[];
    for (const entry of entries)
      for (const [index, hex] of VECTORS.entries()) {
        expect(shown(() => entry.decodeDeliver(hex))).toBe(EXPECTED[index]);
        expect(shown(() => entry.decodeDeliver(hex.toLowerCase()))).toBe(
          shown(() => decodeDeliverPlainly(hex.toLowerCase())),
        );
      }
  });

  it("knows the errors of its other copies", async () => {
    const require = createRequire(import.meta.url);
    const { decodeDeliver: decodeElsewhere } = require(fileURLToPath(new URL("index.cjs", DIST))) as {
      readonly decodeDeliver: typeof decodeDeliver;
    };
    const { isPduError: isPduErrorHere } = (await import(new URL("index.js", DIST).href)) as {
      readonly isPduError: typeof isPduError;
    };
    try {
      decodeElsewhere("07");
      expect.unreachable();
    } catch (error) {
      expect(isPduErrorHere(error)).toBe(true);
      expect(isPduError(error)).toBe(true);
    }
  });

  it("refuses on Node, too, characters that only resemble hexadecimal digits", async () => {
    const { decodeDeliver: decodeOnNode } = (await import(new URL("node.js", DIST).href)) as {
      readonly decodeDeliver: typeof decodeDeliver;
    };
    const pdu = deliverPdu();
    for (let at = 0; at < pdu.length; at++) {
      const odd = String.fromCharCode(pdu.charCodeAt(at) + 256);
      expect(() => decodeOnNode(pdu.slice(0, at) + odd + pdu.slice(at + 1))).toThrowError(
        expect.objectContaining({ code: "NOT_HEX", offset: at >> 1 }),
      );
    }
  });
});

describe("the package", () => {
  it("gives Node its own entry, everything else the portable one", () => {
    const program = `import { decodeDeliver } from "@smsproof/pdu";
      import { createRequire } from "node:module";
      const resolved = [import.meta.resolve("@smsproof/pdu"), createRequire(import.meta.url).resolve("@smsproof/pdu")];
      console.log(resolved.map((path) => path.split("/").at(-1)).join(" "), decodeDeliver(process.argv[1]).text);`;
    const run = (...options: string[]): string =>
      execFileSync(process.execPath, [...options, "--input-type=module", "-e", program, deliverPdu()], {
        cwd: fileURLToPath(PACKAGE),
        encoding: "utf8",
      }).trim();
    expect(run()).toBe("node.js node.cjs AAA");
  });

  it("has every file that its exports name", () => {
    const { exports } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")) as {
      readonly exports: object;
    };
    const files = readdirSync(DIST);
    const named = JSON.stringify(exports).match(/dist\/[^"]+/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    for (const file of named) expect(files).toContain(file.slice("dist/".length));
  });
});
