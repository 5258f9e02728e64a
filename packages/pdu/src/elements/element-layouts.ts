import { carriedDataLayout } from "./carried-data.ts";
import type { Layout } from "./layout.ts";
import {
  CONCATENATION_8,
  CONCATENATION_16,
  PORTS_8,
  PORTS_16,
  SMSC_CONTROL_PARAMETERS,
  SPECIAL_MESSAGE_INDICATION,
  UDH_SOURCE_INDICATOR,
} from "./message-control.ts";
import {
  CHARACTER_SIZE_WVG_OBJECT,
  COMPRESSION_CONTROL,
  COMPRESSION_CONTROL_CONTINUATION,
  EXTENDED_OBJECT,
  EXTENDED_OBJECT_CONTINUATION,
  EXTENDED_OBJECT_DATA_REQUEST,
  OBJECT_DISTRIBUTION_INDICATOR,
  REUSED_EXTENDED_OBJECT,
  STANDARD_WVG_OBJECT,
  USER_PROMPT_INDICATOR,
} from "./objects.ts";
import {
  LARGE_ANIMATION,
  LARGE_PICTURE,
  PREDEFINED_ANIMATION,
  SMALL_ANIMATION,
  SMALL_PICTURE,
  VARIABLE_PICTURE,
} from "./pictures.ts";
import { PREDEFINED_SOUND, USER_DEFINED_SOUND } from "./sounds.ts";
import {
  HYPERLINK,
  LOCKING_SHIFT,
  RFC822_EMAIL_HEADER,
  SINGLE_SHIFT,
  TEXT_FORMATTING,
} from "./text-elements.ts";

/** The elements with fields at fixed places, in the order of their identifiers (3GPP TS 23.040, 9.2.3.24). */
const LAYOUTS: readonly Layout[] = [
  CONCATENATION_8,
  SPECIAL_MESSAGE_INDICATION,
  PORTS_8,
  PORTS_16,
  SMSC_CONTROL_PARAMETERS,
  UDH_SOURCE_INDICATOR,
  CONCATENATION_16,
  TEXT_FORMATTING,
  PREDEFINED_SOUND,
  USER_DEFINED_SOUND,
  PREDEFINED_ANIMATION,
  LARGE_ANIMATION,
  SMALL_ANIMATION,
  LARGE_PICTURE,
  SMALL_PICTURE,
  VARIABLE_PICTURE,
  USER_PROMPT_INDICATOR,
  EXTENDED_OBJECT,
  REUSED_EXTENDED_OBJECT,
  COMPRESSION_CONTROL,
  OBJECT_DISTRIBUTION_INDICATOR,
  STANDARD_WVG_OBJECT,
  CHARACTER_SIZE_WVG_OBJECT,
  EXTENDED_OBJECT_DATA_REQUEST,
  RFC822_EMAIL_HEADER,
  HYPERLINK,
  SINGLE_SHIFT,
  LOCKING_SHIFT,
];

const CONTINUATIONS: readonly Layout[] = [EXTENDED_OBJECT_CONTINUATION, COMPRESSION_CONTROL_CONTINUATION];

/**
 * The layout of an element; with `continues` that of one that goes on with an earlier one, where there is such a
 * thing. Null where the element has no fixed layout.
 */
export function layoutOf(id: number, continues: boolean): Layout | null {
  const isIt = (layout: Layout): boolean => layout.id === id;
  const continuation = continues ? CONTINUATIONS.find(isIt) : undefined;
  return continuation ?? LAYOUTS.find(isIt) ?? carriedDataLayout(id);
}

/** Every layout that gives values of this kind, in the order of the identifiers. */
export function layoutsOfKind(kind: string): readonly Layout[] {
  const layouts: Layout[] = [...LAYOUTS, ...CONTINUATIONS].filter((layout) => layout.kind === kind);
  if (layouts.length > 0) return layouts;
  for (let id = 0; id <= 0xff; id++) {
    const layout = carriedDataLayout(id);
    if (layout?.kind === kind) layouts.push(layout);
  }
  return layouts;
}
