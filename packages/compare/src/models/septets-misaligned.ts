import { gsm7 } from "@smsproof/pdu";
import { opaque } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** A packed 7-bit stream unpacked from the wrong bit: fill bits in front of it skipped, or not skipped. */
export const septetsMisaligned: TextModel = {
  name: "7-bit stream read from the wrong bit",
  cost: 34,
  *candidates(source): Iterable<Candidate> {
    const septets = gsm7.encode(source.text);
    if (septets === null || septets.length < 2) return;
    const seen = new Set<string>();
    for (let bits = 1; bits <= 6; bits++) {
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
