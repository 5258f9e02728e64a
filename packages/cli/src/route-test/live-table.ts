import type { CampaignEvent, TestRecord } from "@smsproof/campaign";
import { describeDestination } from "@smsproof/vendor";
import { grouped } from "../decode/failures.ts";
import type { Host } from "../host.ts";
import { styleFor } from "../terminal/style.ts";
import { columnsOf } from "../terminal/width.ts";
import { type TestRow, testRows } from "./test-rows.ts";

/** The tests as they go, on the terminal; nothing where there is none. */
export interface LiveTable {
  event(event: CampaignEvent): void;
  /** Takes the table away. */
  erase(): void;
}

const EVERY_MS = 100;
const WIDTH = 100;
/** Rows shown at a time, those that moved last. */
const MAX_ROWS = 20;

type LiveRow = TestRow & { readonly waitingSince: number | null; readonly moved: number };

/** Shows on the standard error, where that is a terminal, how far each test is. */
export function liveTable(
  tests: readonly Pick<TestRecord, "index" | "destination">[],
  host: Pick<Host, "stderr" | "env" | "now">,
): LiveTable {
  if (!host.stderr.isTTY) return { event: () => undefined, erase: () => undefined };
  const style = styleFor(host.stderr, host.env);
  const rows = new Map<number, LiveRow>();
  for (const { index, destination } of tests) rows.set(index, freshRow(describeDestination(destination)));
  let moves = 0;
  let ended = 0;
  let shownLines = 0;
  const timer = setInterval(paint, EVERY_MS);
  timer.unref();
  paint();

  function paint(): void {
    const width = columnsOf(host.stderr, WIDTH) - 1;
    const moving = [...rows.values()].sort((a, b) => b.moved - a.moved).slice(0, MAX_ROWS);
    // In the order of the plan: a row that jumps cannot be read.
    const shown = [...rows.values()].filter((row) => moving.includes(row)).map(waited);
    const hidden = rows.size - shown.length;
    const lines = [
      ...testRows(shown, { style, width, oneLine: true }),
      ...(hidden > 0
        ? [style("dim", `and ${grouped(hidden)} more; ${grouped(ended)} of ${grouped(rows.size)} ended`)]
        : []),
    ];
    host.stderr.write(`${upAndClear()}${lines.join("\n")}\n`);
    shownLines = lines.length;
  }

  function waited(row: LiveRow): TestRow {
    return row.waitingSince === null ? row : { ...row, delaySeconds: (host.now() - row.waitingSince) / 1000 };
  }

  function upAndClear(): string {
    return shownLines === 0 ? "" : `\u001b[${shownLines}A\r\u001b[J`;
  }

  return {
    event(event) {
      const row = rows.get(event.index);
      if (row === undefined) return;
      const change = changeBy(event, host.now());
      if (change === null) return;
      moves += 1;
      if (change.waitingSince === null && isEnd(event.type)) ended += 1;
      rows.set(event.index, { ...row, ...change, moved: moves });
    },
    erase() {
      clearInterval(timer);
      if (shownLines > 0) host.stderr.write(upAndClear());
      shownLines = 0;
    },
  };
}

const freshRow = (network: string): LiveRow => ({
  network,
  operator: "",
  status: "planned",
  senderVerdict: "",
  contentVerdict: "",
  delaySeconds: null,
  why: "",
  waitingSince: null,
  moved: 0,
});

/** What an event changes in the row of its test; null where it shows nothing new. */
function changeBy(event: CampaignEvent, now: number): Partial<LiveRow> | null {
  switch (event.type) {
    case "created":
      return { status: "created", why: "" };
    case "sent":
      return { status: "waiting …", waitingSince: now, why: "" };
    case "send-unknown":
      return { status: "waiting …", waitingSince: now, why: `unknown whether it was sent: ${event.reason}` };
    case "delivered": {
      const { network } = event.result;
      const operator = [network?.countryName, network?.operatorName].filter(Boolean).join(" ");
      return { status: "delivered", operator };
    }
    case "compared": {
      const { sender, content, route, summary } = event.comparison;
      if (!event.delivered)
        return { status: "not delivered", waitingSince: null, delaySeconds: null, why: summary };
      return {
        status: "delivered",
        senderVerdict: sender.verdict,
        contentVerdict: content.verdict,
        delaySeconds: route.latencySeconds,
        waitingSince: null,
        why: summary,
      };
    }
    case "create-unknown":
      return { status: "unknown", waitingSince: null, why: event.reason };
    case "refused":
    case "rejected":
    case "missing":
    case "skipped":
      return { status: event.type, waitingSince: null, delaySeconds: null, why: event.reason };
    case "failed":
      return { why: event.reason };
    default:
      return null;
  }
}

const isEnd = (type: CampaignEvent["type"]): boolean =>
  ["compared", "create-unknown", "refused", "rejected", "missing", "skipped"].includes(type);
