/**
 * The part of npm `smpp` 0.5.1 that the sandbox uses: its codec. Its sessions are not used: they wedge on a
 * command_length below 16 and never time out.
 */
declare module "smpp" {
  export class PDU {
    constructor(octets: Uint8Array);
    constructor(command: string, options?: Readonly<Record<string, unknown>>);
    readonly command: string;
    readonly command_id: number;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [parameter: string]: unknown;
    toBuffer(): Uint8Array;
  }

  /** A client's session, as far as tests need it. */
  export interface Session {
    on(event: "connect" | "close", listener: () => void): void;
    on(event: "deliver_sm", listener: (pdu: PDU & { response(): PDU }) => void): void;
    on(event: "error", listener: (error: Error) => void): void;
    send(pdu: PDU, onResponse?: (pdu: PDU) => void): void;
    close(): void;
  }
  export function connect(options: { url: string }): Session;
}
