import type { CarriedData } from "./carried-data.ts";
import type { ReplyAddress } from "./element-address.ts";
import type { EnhancedVoiceMail } from "./enhanced-voice-mail.ts";
import type {
  ConcatenationElement,
  PortsElement,
  SmscControlParameters,
  SpecialMessageIndication,
  UdhSourceIndicator,
} from "./message-control.ts";
import type {
  CompressionControl,
  ElementContinuation,
  ExtendedObject,
  ExtendedObjectDataRequest,
  ObjectDistributionIndicator,
  ReusedExtendedObject,
  UserPromptIndicator,
  WvgObject,
} from "./objects.ts";
import type { BitmapAnimation, BitmapPicture, PredefinedAnimation, VariablePicture } from "./pictures.ts";
import type { PredefinedSound, UserDefinedSound } from "./sounds.ts";
import type {
  Hyperlink,
  NationalLanguageElement,
  Rfc822EmailHeader,
  TextFormatting,
} from "./text-elements.ts";

/** An element with a reserved identifier, or one whose data cannot be what they should be. Nothing of it is lost. */
export interface RawElement {
  readonly kind: "raw";
  readonly id: number;
  /** The element's data, upper-case hex. */
  readonly data: string;
  /** One plain sentence on what is wrong with the data; null where nothing is. */
  readonly fault: string | null;
}

/** What an information element of the user data header says (3GPP TS 23.040, 9.2.3.24). */
export type ElementValue =
  | ConcatenationElement
  | SpecialMessageIndication
  | PortsElement
  | SmscControlParameters
  | UdhSourceIndicator
  | TextFormatting
  | PredefinedSound
  | UserDefinedSound
  | PredefinedAnimation
  | BitmapAnimation
  | BitmapPicture
  | VariablePicture
  | UserPromptIndicator
  | ExtendedObject
  | ReusedExtendedObject
  | CompressionControl
  | ElementContinuation
  | ObjectDistributionIndicator
  | WvgObject
  | ExtendedObjectDataRequest
  | Rfc822EmailHeader
  | Hyperlink
  | ReplyAddress
  | EnhancedVoiceMail
  | NationalLanguageElement
  | CarriedData
  | RawElement;
