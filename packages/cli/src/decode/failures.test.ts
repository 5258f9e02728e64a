import { describe, expect, it } from "vitest";
import { failureLog } from "./failures.ts";
import type { ErrorResult } from "./result.ts";

function failure(
  record: number,
  file: string | null = "results.ndjson",
  path = "pdusDelivered[0]",
): ErrorResult {
  return {
    kind: "error",
    value: {
      error: { code: "CUT", message: "TP-OA says 20 digits.", field: "TP-OA", offset: 9 },
      input: "07",
    },
    source: { file, line: record, record, index: 0 },
    path,
  };
}

describe("failureLog", () => {
  it("says nothing when nothing failed", () => {
    expect(failureLog().summary(10)).toBe("");
  });

  it("tells the first places and how many records failed", () => {
    const log = failureLog();
    log.add(failure(1207));
    log.add(failure(1208, null, "argument 2"));
    log.add(failure(1209, "a\u001b.txt", ""));
    expect(log.summary(4812)).toBe(
      "results.ndjson:1207: pdusDelivered[0]: TP-OA says 20 digits (octet 9).\n" +
        "argument 2: TP-OA says 20 digits (octet 9).\n" +
        "a␛.txt:1209: TP-OA says 20 digits (octet 9).\n" +
        "3 of 4,812 records failed.\n",
    );
  });

  it("counts a record once, and cuts a long list", () => {
    const log = failureLog();
    for (const record of [1, 1, 2, 3, 4, 5, 6]) log.add(failure(record));
    log.add(failure(6, "other"));
    expect(log.records).toBe(7);
    expect(log.summary(2000).split("\n").slice(5)).toEqual([
      "... and 3 more.",
      "7 of 2,000 records failed.",
      "",
    ]);
  });

  it("tells only how many where the places have been told", () => {
    const log = failureLog(false);
    log.add(failure(1));
    expect(log.summary(2)).toBe("1 of 2 records failed.\n");
  });
});
