import { createServer, type Server, type Socket } from "node:net";
import { PDU } from "smpp";
import { createFramer } from "../senders/smpp/framing.ts";

/** A request as it reached the service centre. */
interface Received {
  readonly command: string;
  readonly pdu: PDU;
  readonly octets: Uint8Array;
  readonly socket: Socket;
}

/** A service centre that does whatever a test says. */
export interface ServiceCentre {
  readonly url: string;
  readonly received: Received[];
  /** Sockets that came, in order. */
  readonly sockets: Socket[];
  /** What to do with a request; default: answer all with status 0 and message ids `id1`, `id2` ... */
  on: (request: Received, answer: (parameters?: Readonly<Record<string, unknown>>) => void) => void;
  close(): Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startServiceCentre(): Promise<ServiceCentre> {
  let ids = 0;
  const server: Server = createServer((socket) => {
    const frame = createFramer();
    centre.sockets.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const octets of frame(chunk).pdus) {
        const pdu = new PDU(Buffer.from(octets));
        const request = { command: pdu.command, pdu, octets, socket };
        centre.received.push(request);
        centre.on(request, (parameters = {}) => {
          if (pdu.command.endsWith("_resp")) return;
          const answer = new PDU(`${pdu.command}_resp`, {
            ...parameters,
            sequence_number: pdu.sequence_number,
          });
          socket.write(answer.toBuffer());
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const centre: ServiceCentre = {
    url: `smpp://me:secret@127.0.0.1:${port}`,
    received: [],
    sockets: [],
    on: ({ command }, answer) => answer(command === "submit_sm" ? { message_id: `id${++ids}` } : {}),
    async close() {
      for (const socket of centre.sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return centre;
}
