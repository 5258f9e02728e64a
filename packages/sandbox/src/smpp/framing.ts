/** The octets of an SMPP header: command_length, command_id, command_status, sequence_number. */
export const HEADER_OCTETS = 16;

/** The longest PDU taken: a message_payload of 64 KiB does not occur where a message has 255 parts. */
const MAX_PDU_OCTETS = 70_000;

/** A whole PDU, or why the stream cannot go on: what follows a wrong length cannot be found. */
type Frame =
  | { readonly kind: "pdu"; readonly octets: Uint8Array }
  | { readonly kind: "broken"; readonly commandLength: number };

/** Cuts a stream of octets into PDUs (SMPP 3.4, 3.2). */
export interface Framer {
  /** Takes octets and gives the PDUs that are whole by now. After a broken frame it gives nothing more. */
  push(octets: Uint8Array): readonly Frame[];
}

/** A framer that holds no more than one PDU. */
export function createFramer(maxOctets: number = MAX_PDU_OCTETS): Framer {
  let kept: Uint8Array = new Uint8Array();
  let broken = false;
  return {
    push(octets) {
      if (broken) return [];
      const stream = kept.length === 0 ? octets : joined(kept, octets);
      const frames: Frame[] = [];
      let at = 0;
      while (stream.length - at >= 4) {
        const commandLength = uint32(stream, at);
        if (commandLength < HEADER_OCTETS || commandLength > maxOctets) {
          broken = true;
          kept = new Uint8Array();
          return [...frames, { kind: "broken", commandLength }];
        }
        if (stream.length - at < commandLength) break;
        frames.push({ kind: "pdu", octets: stream.slice(at, at + commandLength) });
        at += commandLength;
      }
      kept = stream.slice(at);
      return frames;
    },
  };
}

/** Four octets, most significant first. */
export function uint32(octets: Uint8Array, at: number): number {
  return new DataView(octets.buffer, octets.byteOffset + at, 4).getUint32(0);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
