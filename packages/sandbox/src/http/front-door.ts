import type { Hono } from "hono";
import { type Reply, spoil } from "../faults/spoil.ts";
import { TELQ_BASE_PATH } from "../telq/telq-app.ts";
import { TESTSMS_BASE_PATH } from "../testsms/testsms-app.ts";
import { type Tokens, tokenOf } from "../tokens/tokens.ts";
import type { World } from "../world.ts";

/** A request as it is logged. */
export interface RequestLogEntry {
  readonly method: string;
  readonly path: string;
  /** Null when the connection was ended instead of an answer. */
  readonly status: number | null;
  readonly fault: boolean;
}

/** Every request comes in here, however it came: faults strike, every answer is marked. */
export async function answerRequest(
  request: Request,
  app: Hono,
  world: World,
  tokens: Readonly<Record<"telq" | "testsms", Tokens>>,
  log?: (entry: RequestLogEntry) => void,
): Promise<Reply> {
  const { pathname: path } = new URL(request.url);
  const { method } = request;
  const target = targetOf(path);
  const effect = target === null ? null : world.faults.strike({ target, method, path });
  let reply: Reply;
  if (effect === null || target === null) {
    reply = { kind: "whole", response: await app.fetch(request) };
  } else {
    if (effect.latencyMs !== undefined) await pause(effect.latencyMs, request.signal);
    const token = tokenOf(request);
    if (effect.expireToken === true && token !== null) tokens[target].expire(token);
    const at = { target, path, now: world.clock.now(), quirks: world.quirks.current };
    reply = await spoil(effect, at, async () => app.fetch(request));
  }
  if (reply.kind !== "none") reply.response.headers.set("x-sandbox", "1");
  // The page looks every second: nobody could find anything else in the log.
  if (method === "GET" && request.headers.has("x-sandbox-page")) return reply;
  log?.({
    method,
    path,
    status: reply.kind === "none" ? null : reply.response.status,
    fault: effect !== null,
  });
  return reply;
}

function targetOf(path: string): "telq" | "testsms" | null {
  if (path.startsWith(`${TELQ_BASE_PATH}/`)) return "telq";
  return path.startsWith(`${TESTSMS_BASE_PATH}/`) ? "testsms" : null;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
