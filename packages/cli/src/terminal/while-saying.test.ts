import { expect, it } from "vitest";
import { fakeHost } from "../testing/fake-host.ts";
import { whileSaying } from "./while-saying.ts";

it("says what is waited for, within the line, and takes it away, also when it fails", async () => {
  const { host, stderr } = fakeHost({ terminals: { stderr: true }, columns: 20 });
  expect(await whileSaying("Opening a store of a long name …", host, async () => stderr())).toBe(
    "Opening a store of ",
  );
  const failing = whileSaying("Opening …", host, () => Promise.reject(new Error("locked")));
  await expect(failing).rejects.toThrow("locked");
  expect(stderr()).toBe("Opening a store of \r\u001b[KOpening …\r\u001b[K");
});

it("takes it away at Ctrl-C, and leaves nothing to be done then afterwards", async () => {
  const { host, stderr, interrupt } = fakeHost({ terminals: { stderr: true } });
  await whileSaying("Opening …", host, async () => interrupt());
  expect(stderr()).toBe("Opening …\r\u001b[K\r\u001b[K");
  interrupt();
  expect(stderr()).toBe("Opening …\r\u001b[K\r\u001b[K");
});

it("is silent where there is no terminal", async () => {
  const { host, stderr } = fakeHost();
  expect(await whileSaying("Opening …", host, async () => 7)).toBe(7);
  expect(stderr()).toBe("");
});
