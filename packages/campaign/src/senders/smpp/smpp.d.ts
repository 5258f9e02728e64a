/**
 * The part of npm `smpp` 0.5.1 that is used: its codec. Its sessions are not: they wedge on a command_length below 16
 * and never time out.
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
}
