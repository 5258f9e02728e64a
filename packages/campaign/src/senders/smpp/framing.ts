/** The octets of an SMPP header: command_length, command_id, command_status, sequence_number. */
const HEADER_OCTETS = 16;

/** The longest PDU taken. A deliver_sm with a message_payload of 64 KiB is the longest that SMPP can make. */
const MAX_PDU_OCTETS = 70_000;

/** Whole PDUs, and whether the stream can go on: what follows a wrong length cannot be found. */
export interface Frames {
  readonly pdus: readonly Uint8Array[];
  readonly broken: boolean;
}

/**
 * Cuts a stream of octets into PDUs (SMPP 3.4, 3.2) and holds no more than one. Stands in front of npm `smpp`, which
 * waits for ever after a command_length below 16 and throws out of the socket's handler after one that is too long.
 */
export function createFramer(): (octets: Uint8Array) => Frames {
  let kept: Uint8Array = new Uint8Array();
  let broken = false;
  return (octets) => {
    const pdus: Uint8Array[] = [];
    const stream = kept.length === 0 ? octets : joined(kept, octets);
    let at = 0;
    while (!broken && stream.length - at >= 4) {
      const length = uint32(stream, at);
      broken = length < HEADER_OCTETS || length > MAX_PDU_OCTETS;
      if (broken || stream.length - at < length) break;
      pdus.push(stream.slice(at, at + length));
      at += length;
    }
    kept = broken ? new Uint8Array() : stream.slice(at);
    return { pdus, broken };
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
