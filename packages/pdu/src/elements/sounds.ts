import type { Layout } from "./layout.ts";

const SOUNDS = [
  "chimes-high",
  "chimes-low",
  "ding",
  "tada",
  "notify",
  "drum",
  "claps",
  "fanfare",
  "chord-high",
  "chord-low",
] as const;

/** Predefined sound: element 0B (3GPP TS 23.040, 9.2.3.24.10.1.2). */
export interface PredefinedSound {
  readonly kind: "predefined-sound";
  /** Characters of this part's text before the sound is played. */
  readonly position: number;
  readonly sound: (typeof SOUNDS)[number] | `reserved-${number}`;
}

/** User defined sound: element 0C (3GPP TS 23.040, 9.2.3.24.10.1.3 and annex E). */
export interface UserDefinedSound {
  readonly kind: "user-defined-sound";
  /** Characters of this part's text before the sound is played. */
  readonly position: number;
  /** The melody in iMelody, 1 to 128 octets, upper-case hex. */
  readonly data: string;
}

export const PREDEFINED_SOUND: Layout<PredefinedSound> = {
  id: 0x0b,
  kind: "predefined-sound",
  fields: [
    { name: "position", bits: 8 },
    { name: "sound", bits: 8, as: SOUNDS },
  ],
};

export const USER_DEFINED_SOUND: Layout<UserDefinedSound> = {
  id: 0x0c,
  kind: "user-defined-sound",
  fields: [{ name: "position", bits: 8 }],
  rest: { name: "data", least: 1, most: 128 },
};
