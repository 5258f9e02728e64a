import { octetAt } from "../octets.ts";
import { octetsInWords, shown, unencodableElement } from "./element-fault.ts";
import { elementOctets, MAX_ELEMENT_OCTETS } from "./element-hex.ts";
import type { Layout } from "./layout.ts";

const ANIMATIONS = [
  "ironic",
  "glad",
  "sceptic",
  "sad",
  "wow",
  "crying",
  "winking",
  "laughing",
  "indifferent",
  "in-love",
  "confused",
  "tongue-hanging-out",
  "angry",
  "wearing-glasses",
  "devil",
] as const;

/** Predefined animation: element 0D (3GPP TS 23.040, 9.2.3.24.10.1.4). */
export interface PredefinedAnimation {
  readonly kind: "predefined-animation";
  /** Characters of this part's text before the animation. */
  readonly position: number;
  readonly animation: (typeof ANIMATIONS)[number] | `reserved-${number}`;
}

/**
 * Large animation, 4 pictures of 16 x 16 pixels: element 0E; small animation, 4 of 8 x 8: element 0F
 * (3GPP TS 23.040, 9.2.3.24.10.1.5 and 9.2.3.24.10.1.6).
 */
export interface BitmapAnimation {
  readonly kind: "large-animation" | "small-animation";
  /** Characters of this part's text before the animation. */
  readonly position: number;
  /** The pictures one after the other, 128 or 32 octets, upper-case hex. */
  readonly data: string;
}

/**
 * Large picture, 32 x 32 pixels: element 10; small picture, 16 x 16: element 11 (3GPP TS 23.040,
 * 9.2.3.24.10.1.7 and 9.2.3.24.10.1.8).
 */
export interface BitmapPicture {
  readonly kind: "large-picture" | "small-picture";
  /** Characters of this part's text before the picture. */
  readonly position: number;
  /** The rows from the top, 128 or 32 octets, the highest bit leftmost; upper-case hex. */
  readonly data: string;
}

/** Picture of a size of its own: element 12 (3GPP TS 23.040, 9.2.3.24.10.1.9). */
export interface VariablePicture {
  readonly kind: "variable-picture";
  /** Characters of this part's text before the picture. */
  readonly position: number;
  /** Pixels, a multiple of 8: the element counts octets. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** The rows from the top, the highest bit leftmost; upper-case hex. */
  readonly data: string;
}

function bitmap<Kind extends string>(
  id: number,
  kind: Kind,
  octets: number,
): Layout<{ readonly kind: Kind; readonly position: number; readonly data: string }> {
  const rest = { name: "data", least: octets, most: octets } as const;
  return { id, kind, fields: [{ name: "position", bits: 8 }], rest };
}

export const PREDEFINED_ANIMATION: Layout<PredefinedAnimation> = {
  id: 0x0d,
  kind: "predefined-animation",
  fields: [
    { name: "position", bits: 8 },
    { name: "animation", bits: 8, as: ANIMATIONS },
  ],
};

export const LARGE_ANIMATION: Layout<BitmapAnimation> = /* @__PURE__ */ bitmap(0x0e, "large-animation", 128);
export const SMALL_ANIMATION: Layout<BitmapAnimation> = /* @__PURE__ */ bitmap(0x0f, "small-animation", 32);
export const LARGE_PICTURE: Layout<BitmapPicture> = /* @__PURE__ */ bitmap(0x10, "large-picture", 128);
export const SMALL_PICTURE: Layout<BitmapPicture> = /* @__PURE__ */ bitmap(0x11, "small-picture", 32);

export const VARIABLE_PICTURE: Layout<VariablePicture> = {
  id: 0x12,
  kind: "variable-picture",
  fields: [
    { name: "position", bits: 8 },
    { name: "width", bits: 8, times: 8 },
    { name: "height", bits: 8 },
  ],
  rest: { name: "data", least: 1, most: MAX_ELEMENT_OCTETS },
  fault: ({ width, height, data }) => {
    const wanted = (width / 8) * height;
    return wanted > 0 && data.length === 2 * wanted
      ? null
      : `says ${width} x ${height} pixels, ${octetsInWords(wanted)}, but has ${data.length / 2}`;
  },
};

const SIDES: Readonly<Record<(BitmapAnimation | BitmapPicture)["kind"], number>> = {
  "large-animation": 16,
  "small-animation": 8,
  "large-picture": 32,
  "small-picture": 16,
};

/**
 * The rows of a picture from the top, `#` for a dark pixel and `.` for a light one; of an animation, those of
 * picture `frame`, 0 to 3. Throws `UNENCODABLE` where there is no such picture or its data have another size.
 */
export function pictureRows(
  value: BitmapPicture | BitmapAnimation | VariablePicture,
  frame = 0,
): readonly string[] {
  const { kind, data } = value;
  const width = kind === "variable-picture" ? value.width : SIDES[kind];
  const height = kind === "variable-picture" ? value.height : width;
  const frames = kind === "large-animation" || kind === "small-animation" ? 4 : 1;
  const octets = elementOctets(data);
  const rowOctets = width / 8;
  if (octets === null || octets.length !== rowOctets * height * frames)
    throw unencodableElement(kind, `has no data for ${width} x ${height} pixels`);
  if (!Number.isInteger(frame) || frame < 0 || frame >= frames)
    throw unencodableElement(kind, `has no picture ${shown(frame)}; it has ${frames}, from 0 on`);
  return Array.from({ length: height }, (_, row) => {
    let pixels = "";
    for (let i = 0; i < rowOctets; i++) {
      const octet = octetAt(octets, (frame * height + row) * rowOctets + i);
      for (let bit = 7; bit >= 0; bit--) pixels += (octet >> bit) & 1 ? "#" : ".";
    }
    return pixels;
  });
}
