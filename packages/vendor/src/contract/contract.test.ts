import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { sleep } from "../time/clock.ts";
import { mustEqual } from "./contract-case.ts";
import { creationContract } from "./creation-contract.ts";
import { coverageRows } from "./readme-references.ts";
import { secretsShown } from "./secrets-shown.ts";
import { createVirtualClock } from "./virtual-clock.ts";

describe("createVirtualClock", () => {
  it("wakes whoever is due, in order, and lets hours pass at once", async () => {
    const clock = createVirtualClock(0);
    const woken: string[] = [];
    void sleep(clock, 2_000).then(() => woken.push("b"));
    void sleep(clock, 1_000).then(async () => {
      woken.push("a");
      await sleep(clock, 500);
      woken.push("a2");
    });
    await clock.advance(1_999);
    expect(woken).toEqual(["a", "a2"]);
    await clock.advance(1);
    expect([woken, clock.now(), clock.pending]).toEqual([["a", "a2", "b"], 2_000, 0]);
    await clock.run(sleep(clock, 3 * 3_600_000));
    expect(clock.now()).toBe(2_000 + 3 * 3_600_000);
  });
});

describe("creationContract", () => {
  it("catches a client that sends a creation again", async () => {
    const network = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
    const careless = creationContract({
      createVendor: (origin) => ({
        name: "careless",
        limits: { timeToLiveSeconds: { min: 1, max: 1, default: 1 }, waitMarginMs: 1 },
        networks: async () => [],
        async createTests() {
          for (let attempt = 0; attempt < 2; attempt++) {
            await fetch(`${origin}/tests`, { method: "POST", body: "{}" }).catch(() => undefined);
          }
          return [];
        },
        getResult: () => Promise.reject(new Error()),
        waitForResult: () => Promise.reject(new Error()),
        updates: async function* () {},
        handleCallback: null,
      }),
      isCreation: ({ method }) => method === "POST",
      reply: () => ({ status: 200, body: "[]" }),
      destination: network,
      oneRequestForAll: false,
    });
    const cut = careless.filter(({ name }) => name.includes("after the body"));
    expect(cut).toHaveLength(4);
    for (const { run } of cut)
      await expect(run()).rejects.toThrow("One request for creation reached the server. Found: 2");
  });

  it("says what was promised and what was found", () => {
    expect(() => mustEqual([1], [2], "They agree.")).toThrow("They agree. Expected: [2] Found: [1]");
  });
});

describe("secretsShown", () => {
  it("finds a secret wherever it hides", () => {
    const secret = "the-secret";
    const shown = (value: unknown): boolean => secretsShown(value, [secret]).length > 0;
    const hidden = Object.defineProperty({}, "x", { value: secret });
    const getter = {
      get x() {
        return secret;
      },
    };
    const deep = { a: { b: { c: { d: { e: [[[secret]]] } } } } };
    const caused = new Error("x", { cause: { headers: new Headers({ authorization: secret }) } });
    for (const value of [secret, hidden, getter, deep, caused, new Error(secret), { toJSON: () => secret }]) {
      expect(shown(value)).toBe(true);
    }
    expect(shown({ a: "other" })).toBe(false);
  });
});

describe("coverageRows", () => {
  it("reads the tables of tests alone, and finds titles that do not exist", () => {
    const file = pathToFileURL(join(mkdtempSync(join(tmpdir(), "readme-")), "README.md"));
    const rows = [
      "| a | test |",
      "|---|---|",
      "| x | `src/none.test.ts` › a title<br>`src/none.test.ts` › another |",
      "| y | none: why |",
      "",
      "| a | b |",
      "|---|---|",
      "| z | w |",
    ];
    writeFileSync(file, rows.join("\n"));
    const missing = { file: "src/none.test.ts", exists: false };
    expect(coverageRows(file)).toEqual([
      {
        row: rows[2],
        references: [
          { ...missing, title: "a title" },
          { ...missing, title: "another" },
        ],
      },
      { row: rows[3], references: [] },
    ]);
    const [own] = coverageRows(new URL("../../README.md", import.meta.url));
    expect(own?.references[0]?.exists).toBe(true);
  });
});
