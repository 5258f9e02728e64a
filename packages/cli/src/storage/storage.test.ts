import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeHost } from "../testing/fake-host.ts";
import { expectKept, whileOpening } from "./storage.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "smsproof-storage-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("a folder that is new or empty gets a database, any other is opened", async () => {
  const said = async (where: string): Promise<string> => {
    const { host, stderr } = fakeHost({ terminals: { stderr: true } });
    return whileOpening({ where, shown: "it" }, host, async () => stderr());
  };
  expect(await said(join(folder, "new"))).toBe("Making a database in it …");
  expect(await said(folder)).toBe("Making a database in it …");
  writeFileSync(join(folder, "data"), "");
  expect(await said(folder)).toBe("Opening it …");
  expect(await said("postgres://me:hush@127.0.0.1/rounds")).toBe("Opening it …");
});

it("nothing is read from a folder in which nothing was kept", () => {
  expect(() => expectKept({ where: join(folder, "new"), shown: "it" })).toThrow("nothing was kept in it");
  expect(() => expectKept({ where: folder, shown: "it" })).toThrow("nothing was kept in it");
  writeFileSync(join(folder, "data"), "");
  expect(() => expectKept({ where: join(folder, "data"), shown: "it" })).toThrow(
    /^it cannot be read: ENOTDIR/,
  );
  expect(() => expectKept({ where: folder, shown: "it" })).not.toThrow();
});
