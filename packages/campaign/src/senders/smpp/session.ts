import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { PDU } from "smpp";
import { describeStatus } from "./command-status.ts";
import { createFramer, uint32 } from "./framing.ts";
import type { SmppTarget } from "./smpp-url.ts";

/** How patient a session is, in milliseconds, and how much it has under way. */
export interface SessionLimits {
  /** Until the connection stands and the bind is answered. */
  readonly connectMs: number;
  /** Until a request is answered. */
  readonly responseMs: number;
  /** Of silence until enquire_link asks whether the service centre is still there. */
  readonly enquireMs: number;
  /** submit_sm without an answer at a time. */
  readonly window: number;
}

/** What became of a request. */
export type Response =
  | { readonly kind: "answered"; readonly status: number; readonly messageId: string }
  /** Not one octet of it was written. */
  | { readonly kind: "not-sent"; readonly reason: string }
  /** It was written, and no answer came. */
  | { readonly kind: "unanswered"; readonly reason: string };

/** A bound session. */
export interface SmppSession {
  /** Hands over a submit_sm when the window has room. */
  submit(parameters: Readonly<Record<string, unknown>>): Promise<Response>;
  readonly open: boolean;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  /** Waits for what is under way, unbinds and closes. */
  unbind(): Promise<void>;
}

/** A session could not be had. `permanent`: the service centre refused who asks; asking again would not help. */
export class BindError extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}

/** Already bound, invalid system_id or password, bind failed for good. */
const PERMANENT: ReadonlySet<number> = new Set([14, 15]);
const RESPONSE_BIT = 0x80000000;
const INVALID_COMMAND_ID = 3;

interface Pending {
  readonly settle: (response: Response) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Connects and binds as a transceiver. Rejects with a `BindError`, which shows no password. */
export async function openSession(
  target: SmppTarget,
  limits: SessionLimits,
  onDeliver: (parameters: Readonly<Record<string, unknown>>) => void,
): Promise<SmppSession> {
  const { host, port } = target;
  const socket: Socket = target.tls
    ? connectTls({ host, port, servername: host })
    : connectPlain({ host, port });
  socket.setNoDelay(true);
  const pending = new Map<number, Pending>();
  const waiting: (() => void)[] = [];
  const framer = createFramer();
  let sequence = 0;
  let ending = false;
  let end = "the connection was closed";
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      clearTimeout(quiet);
      for (const [number] of pending) settle(number, { kind: "unanswered", reason: end });
      for (const wake of waiting.splice(0)) wake();
      resolve();
    });
  });

  function settle(number: number, response: Response): void {
    const request = pending.get(number);
    if (request === undefined) return;
    pending.delete(number);
    clearTimeout(request.timer);
    request.settle(response);
    waiting.shift()?.();
  }

  function drop(reason: string): void {
    end = reason;
    socket.destroy();
  }

  function request(command: string, parameters: Readonly<Record<string, unknown>>): Promise<Response> {
    if (!socket.writable) return Promise.resolve({ kind: "not-sent", reason: end });
    sequence = sequence === 0x7fffffff ? 1 : sequence + 1;
    const number = sequence;
    const octets = new PDU(command, { ...parameters, sequence_number: number }).toBuffer();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(number, {
          kind: "unanswered",
          reason: `${command} was not answered within ${limits.responseMs} ms`,
        });
        // Answers are in no order: one that is late does not say that the connection is dead. enquire_link does.
        if (command !== "submit_sm") drop(`${command} was not answered`);
      }, limits.responseMs);
      pending.set(number, { settle: resolve, timer });
      socket.write(octets);
    });
  }

  function answer(command: string, number: number, status: number): void {
    if (socket.writable)
      socket.write(new PDU(command, { command_status: status, sequence_number: number }).toBuffer());
  }

  function receive(octets: Uint8Array): void {
    const [id, status, number] = [uint32(octets, 4), uint32(octets, 8), uint32(octets, 12)];
    if (id >= RESPONSE_BIT) {
      // Of an answer with an error the body may be missing; the library would read past its end.
      const messageId = status === 0 ? textOf(decode(octets)?.["message_id"]) : "";
      settle(number, { kind: "answered", status, messageId });
      return;
    }
    const pdu = decode(octets);
    switch (pdu?.command) {
      case "deliver_sm":
        answer("deliver_sm_resp", number, 0);
        onDeliver(pdu);
        break;
      case "enquire_link":
        answer("enquire_link_resp", number, 0);
        break;
      case "unbind":
        answer("unbind_resp", number, 0);
        end = "the service centre ended the session";
        socket.end();
        break;
      default:
        answer("generic_nack", number, INVALID_COMMAND_ID);
    }
  }

  function listen(): void {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      void request("enquire_link", {});
    }, limits.enquireMs);
    quiet.unref();
  }

  socket.on("data", (octets) => {
    listen();
    const { pdus, broken } = framer(octets);
    for (const pdu of pdus) receive(pdu);
    if (broken) drop("the service centre sent a PDU of impossible length");
  });
  socket.on("error", (error) => {
    end = `the connection broke (${textOf(Reflect.get(error, "code")) || "no reason given"})`;
  });

  await bind();
  return {
    get open() {
      return socket.writable && !ending;
    },
    closed,
    async submit(parameters) {
      while (socket.writable && !ending && pending.size >= limits.window)
        await new Promise<void>((resolve) => waiting.push(resolve));
      return ending
        ? { kind: "not-sent", reason: "the sender was closed" }
        : request("submit_sm", parameters);
    },
    async unbind() {
      ending = true;
      for (const wake of waiting.splice(0)) wake();
      while (socket.writable && pending.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      if (socket.writable) await request("unbind", {});
      end = "the sender was closed";
      socket.destroy();
      await closed;
    },
  };

  async function bind(): Promise<void> {
    const late = setTimeout(
      () => drop(`no session came to stand within ${limits.connectMs} ms`),
      limits.connectMs,
    );
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once(target.tls ? "secureConnect" : "connect", () => resolve());
        socket.once("close", () => reject(new BindError(end, false)));
      });
      const response = await request("bind_transceiver", {
        system_id: target.systemId,
        password: target.password,
        system_type: target.systemType,
        interface_version: 0x34,
      });
      if (response.kind !== "answered") throw new BindError(response.reason, false);
      if (response.status === 0) return listen();
      throw new BindError(
        `the service centre refused the bind: ${describeStatus(response.status)}`,
        PERMANENT.has(response.status),
      );
    } catch (error) {
      socket.destroy();
      throw error;
    } finally {
      clearTimeout(late);
    }
  }
}

/** npm `smpp` throws for what it cannot read. */
function decode(octets: Uint8Array): PDU | null {
  try {
    return new PDU(Buffer.from(octets));
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
