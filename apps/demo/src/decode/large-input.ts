import { counted } from "../dom/element.ts";

/** The largest file that is read into memory; the command line takes files of any size. */
const LARGEST_INPUT = 64 * 1024 * 1024;

/** The largest text that is put into the field: beyond it, typing would stutter. */
export const LARGEST_FIELD_TEXT = 200_000;

/** Reads a dropped file as UTF-8 text, or says why not. */
export async function textOf(blob: Blob): Promise<string | { readonly refused: string }> {
  if (blob.size > LARGEST_INPUT)
    return {
      refused: `The file has ${megabytes(blob.size)}; the page takes up to ${megabytes(LARGEST_INPUT)}. The command "smsproof decode" takes any size.`,
    };
  const magic = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (magic[0] === 0x1f && magic[1] === 0x8b)
    return { refused: "The file is compressed with gzip. Unpack it first." };
  if (magic[0] === 0x50 && magic[1] === 0x4b)
    return { refused: "The file is a zip archive or a spreadsheet. Export it as CSV or text first." };
  return blob.text();
}

/** `20.0 MB`, `812 octets`. */
export function megabytes(size: number): string {
  if (size < 1_000) return counted(size, "octet");
  return size < 1_000_000 ? `${Math.round(size / 1_000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
