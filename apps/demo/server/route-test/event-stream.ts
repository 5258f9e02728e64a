import type { LoggedNews, NewsLog } from "./news-log.ts";

/** How often a silent stream says that it is alive, in milliseconds. Connections that died are noticed by it. */
const HEARTBEAT_MS = 15_000;

/** How soon a page comes back after its connection broke. */
const RETRY_MS = 1_000;

/** One line of the log as a server-sent event. JSON has no line ends of its own. */
export function eventOf({ id, news }: LoggedNews): string {
  return `id: ${id}\nevent: news\ndata: ${JSON.stringify(news)}\n\n`;
}

/** `Last-Event-ID` as a number of the log: 0, the beginning, for what is none. */
export function lastEventId(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : 0;
}

/**
 * The log as a stream of server-sent events, from behind the line `after` on. Whoever reads slowly gets it slowly: lines
 * wait in the log, not in the stream. `onEnd` is called once, when the stream is over or nobody reads it any more.
 */
export function eventStream(
  log: NewsLog,
  after: number,
  onEnd: () => void,
  heartbeatMs: number = HEARTBEAT_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let at = after;
  let over = false;
  let waiting = new AbortController();
  const finish = (): void => {
    if (over) return;
    over = true;
    waiting.abort();
    onEnd();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    },
    async pull(controller) {
      let beat: ReturnType<typeof setTimeout> | undefined;
      const alive = new Promise<void>((resolve) => {
        beat = setTimeout(resolve, heartbeatMs);
      });
      waiting = new AbortController();
      if (log.after(at).length === 0 && !log.ended) await Promise.race([log.changed(waiting.signal), alive]);
      clearTimeout(beat);
      waiting.abort();
      if (over) return;
      const lines = log.after(at);
      const last = lines.at(-1);
      if (last !== undefined) {
        at = last.id;
        controller.enqueue(encoder.encode(lines.map(eventOf).join("")));
      } else if (log.ended) {
        finish();
        controller.close();
      } else controller.enqueue(encoder.encode(": alive\n\n"));
    },
    cancel: finish,
  });
}
