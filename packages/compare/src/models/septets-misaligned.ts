import { gsm7 } from "@smsproof/pdu";
import { opaque } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** A packed 7-bit stream unpacked from the wrong bit: fill bits in front of it skipped, or not skipped. */
export const septetsMisaligned: TextModel = {
  name: "7-bit stream read from the wrong bit",
  explains: "octets",
  cost: 34,
  *candidates(source, { delivered }): Iterable<Candidate> {
    const septets = gsm7.encode(source.text);
    if (septets === null || septets.length < 2) return;
    const seen = new Set<string>();
    for (let bits = 1; bits <= 6; bits++) {
      if (!showsIn(delivered, septets, bits)) continue;
      const late = gsm7.unpack(gsm7.pack(septets), undefined, bits);
      const early = gsm7.unpack(gsm7.pack(septets, bits));
      for (const [read, words] of [
        [late, "late"],
        [early, "early"],
      ] as const)
        for (const cut of [read.length, read.length - 1, septets.length]) {
          const text = gsm7.decode(read.subarray(0, cut));
          if (seen.has(text) || text === source.text) continue;
          seen.add(text);
          yield {
            text: opaque(source, text),
            codes: ["ENC_SEPTET_MISALIGNED"],
            variant: `7-bit stream read ${bits} ${bits === 1 ? "bit" : "bits"} too ${words}`,
          };
        }
    }
  },
};

/** Whether the beginning, read so, shows in the delivered text. */
function showsIn(delivered: string, septets: Uint8Array, bits: number): boolean {
  const beginning = septets.subarray(0, 9);
  const late = gsm7.decode(gsm7.unpack(gsm7.pack(beginning), undefined, bits)).slice(0, 6);
  const early = gsm7.decode(gsm7.unpack(gsm7.pack(beginning, bits))).slice(0, 6);
  return delivered.includes(late) || delivered.includes(early);
}
