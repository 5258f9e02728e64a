import type { Socket } from "node:net";
import { PDU } from "smpp";
import type { Air } from "../air/air.ts";
import type { Credentials } from "../world.ts";
import { createFramer, uint32 } from "./framing.ts";
import { createReceiptQueue } from "./receipt-queue.ts";
import { COMMAND, STATUS } from "./smpp-constants.ts";
import { readSubmitSm } from "./submit-sm.ts";

/** How patient the service centre is, in real milliseconds. */
export interface SmppTimers {
  /** Until the bind. */
  readonly bindMs: number;
  /** Of silence until it asks whether the peer is still there, and again until it gives up. */
  readonly idleMs: number;
  /** Until the peer has answered a deliver_sm. */
  readonly responseMs: number;
}

/** The timers of a sandbox that is given none. */
export const DEFAULT_SMPP_TIMERS: SmppTimers = { bindMs: 10_000, idleMs: 30_000, responseMs: 10_000 };

/** What a session needs. */
export interface SmppSessionOptions {
  readonly air: () => Air;
  readonly credentials: Credentials["smpp"];
  readonly timers: SmppTimers;
}

interface Bound {
  readonly receives: boolean;
  readonly sends: boolean;
  readonly supplier: string | null;
}

const SYSTEM_ID = "sandbox";

/** How much may wait for a peer that sends and never reads. */
const MAX_UNREAD_OCTETS = 1_048_576;

/**
 * One SMPP 3.4 session. Framing, timers and the reading of submit_sm are the sandbox's own, the other PDUs
 * go through npm `smpp`'s codec: nothing that a peer sends can hang or end the process.
 */
export function serveSession(socket: Socket, { air, credentials, timers }: SmppSessionOptions): void {
  const framer = createFramer();
  let bound: Bound | null = null;
  let sequence = 0;
  let asked = false;

  const write = (pdu: PDU): void => {
    if (!socket.writable) return;
    socket.write(pdu.toBuffer());
    if (socket.writableLength > MAX_UNREAD_OCTETS) socket.destroy();
  };

  const answer = (
    command: string,
    sequenceNumber: number,
    status: number,
    more: Readonly<Record<string, unknown>> = {},
  ): void => write(new PDU(command, { ...more, command_status: status, sequence_number: sequenceNumber }));

  const nextSequence = (): number => {
    sequence = sequence === 0x7fffffff ? 1 : sequence + 1;
    return sequence;
  };

  const receipts = createReceiptQueue({ write, nextSequence, responseMs: timers.responseMs });

  const bind = (octets: Uint8Array, sequenceNumber: number): void => {
    const pdu = decoded(octets);
    if (pdu === null) {
      answer("generic_nack", sequenceNumber, STATUS.INVALID_COMMAND_LENGTH);
      return;
    }
    const status = bindStatus(pdu, bound, credentials);
    if (status === STATUS.OK) {
      clearTimeout(bindTimer);
      bound = boundBy(pdu);
    }
    answer(`${pdu.command}_resp`, sequenceNumber, status, { system_id: SYSTEM_ID });
  };

  const submit = (octets: Uint8Array, sequenceNumber: number): void => {
    const read = bound?.sends
      ? readSubmitSm(octets, bound.supplier)
      : { ok: false as const, status: STATUS.INVALID_BIND_STATUS };
    if (!read.ok || !air().hasRoom()) {
      answer("submit_sm_resp", sequenceNumber, read.ok ? STATUS.QUEUE_FULL : read.status);
      return;
    }
    const { submission, receipt } = read.value;
    const record = air().submit(submission, (done) => {
      const failed = done.receipt?.state !== "DELIVRD";
      if (!bound?.receives || receipt === "never" || (receipt === "on-failure" && !failed)) return;
      // In its own turn: a receipt in front of the answer to its message could not be understood.
      setImmediate(() => {
        if (bound !== null) receipts.add(done, read.value);
      });
    });
    answer("submit_sm_resp", sequenceNumber, STATUS.OK, { message_id: record.id });
  };

  const receive = (octets: Uint8Array): void => {
    const commandId = uint32(octets, 4);
    const sequenceNumber = uint32(octets, 12);
    switch (commandId) {
      case COMMAND.SUBMIT_SM:
        submit(octets, sequenceNumber);
        break;
      case COMMAND.ENQUIRE_LINK:
        answer("enquire_link_resp", sequenceNumber, STATUS.OK);
        break;
      case COMMAND.UNBIND:
        answer("unbind_resp", sequenceNumber, STATUS.OK);
        socket.end();
        break;
      case COMMAND.BIND_RECEIVER:
      case COMMAND.BIND_TRANSMITTER:
      case COMMAND.BIND_TRANSCEIVER:
        bind(octets, sequenceNumber);
        break;
      default:
        if (commandId >= COMMAND.RESPONSE) receipts.answered(sequenceNumber);
        else answer("generic_nack", sequenceNumber, STATUS.INVALID_COMMAND_ID);
    }
  };

  const receiveSafely = (octets: Uint8Array): void => {
    try {
      receive(octets);
    } catch {
      // A fault of the sandbox's own must cost this peer one message, and nobody else anything.
      answer("generic_nack", uint32(octets, 12), STATUS.SYSTEM_ERROR);
    }
  };

  const bindTimer = setTimeout(() => socket.destroy(), timers.bindMs);
  socket.setTimeout(timers.idleMs);
  socket.setNoDelay(true);
  socket.on("data", (octets) => {
    asked = false;
    for (const frame of framer.push(octets)) {
      if (frame.kind === "pdu") receiveSafely(frame.octets);
      else {
        // Where the next PDU begins cannot be known any more: say so and end.
        answer("generic_nack", 0, STATUS.INVALID_COMMAND_LENGTH);
        socket.end();
      }
    }
  });
  socket.on("timeout", () => {
    if (asked || bound === null) {
      socket.destroy();
      return;
    }
    asked = true;
    write(new PDU("enquire_link", { sequence_number: nextSequence() }));
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    clearTimeout(bindTimer);
    receipts.close();
    bound = null;
  });
}

function bindStatus(pdu: PDU, bound: Bound | null, credentials: Credentials["smpp"]): number {
  if (bound !== null) return STATUS.ALREADY_BOUND;
  if (pdu["system_id"] !== credentials.systemId) return STATUS.INVALID_SYSTEM_ID;
  return pdu["password"] === credentials.password ? STATUS.OK : STATUS.INVALID_PASSWORD;
}

/** The system_type of a bind names the supplier by which routes can be chosen. */
function boundBy(pdu: PDU): Bound {
  const systemType = pdu["system_type"];
  return {
    receives: pdu.command_id !== COMMAND.BIND_TRANSMITTER,
    sends: pdu.command_id !== COMMAND.BIND_RECEIVER,
    supplier: typeof systemType === "string" && systemType !== "" ? systemType : null,
  };
}

function decoded(octets: Uint8Array): PDU | null {
  try {
    return new PDU(Buffer.from(octets));
  } catch {
    return null;
  }
}
