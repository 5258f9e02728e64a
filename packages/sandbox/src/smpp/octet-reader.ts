/** Reads octets one field after the other. Past the end it gives zeros and says so once, at the end. */
export interface OctetReader {
  uint8(): number;
  uint16(): number;
  octets(length: number): Uint8Array;
  /** A C-octet string of at most `max` octets, its NUL included, as Latin-1 characters. */
  cString(max: number): string;
  readonly left: number;
  /** Whether a field lay past the end, or a string had no end. */
  readonly failed: boolean;
}

/** Makes a reader. */
export function createOctetReader(octets: Uint8Array, start = 0): OctetReader {
  let at = start;
  let failed = false;
  const uint8 = (): number => {
    const octet = octets[at];
    if (octet === undefined) failed = true;
    else at += 1;
    return octet ?? 0;
  };
  return {
    uint8,
    uint16: () => (uint8() << 8) | uint8(),
    octets(length) {
      if (length > octets.length - at) failed = true;
      const taken = octets.slice(at, at + length);
      at += taken.length;
      return taken;
    },
    cString(max) {
      let text = "";
      for (let i = 0; i < max; i++) {
        const octet = uint8();
        if (failed || octet === 0) return text;
        text += String.fromCharCode(octet);
      }
      failed = true;
      return text;
    },
    get left() {
      return octets.length - at;
    },
    get failed() {
      return failed;
    },
  };
}
