import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  checkedModule,
  commandsOf,
  examplesOf,
  folderOf,
  readmes,
  runCommand,
  runModule,
} from "./readme-examples.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

describe.each(readmes().map((path) => [relative(ROOT, path), path] as const))("%s", (_, path) => {
  test("is there", () => expect(existsSync(path)).toBe(true));
  if (!existsSync(path)) return;

  test.each(examplesOf(path).map((example) => [example.line, example] as const))(
    "example of line %i",
    async (line, example) => {
      if (example.kind === "console") {
        const steps = commandsOf(example.source);
        expect(steps).not.toEqual([]);
        for (const { command, expected } of steps)
          expect(`$ ${command}\n${runCommand(command, ROOT)}`).toBe(`$ ${command}\n${expected}`);
      } else expect(await runModule(example.source, folderOf(path), `line-${line}`)).toEqual([]);
    },
  );
});

test("an example that shows something else is noticed", async () => {
  expect(checkedModule("1 + 1; // => 2")).toContain('__check(() => (1 + 1), "2");');
  expect(await runModule("const two = 1 + 1; // => 3", join(ROOT, "packages/pdu"), "wrong")).toEqual([
    { expected: "3", got: "2" },
  ]);
});
