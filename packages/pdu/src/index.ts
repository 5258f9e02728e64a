export type { Address, NumberingPlan, TypeOfNumber } from "./address.ts";
export type { CharsetDecoder } from "./charset-decoder.ts";
export type { CommandType } from "./command-type.ts";
export type { Alphabet, DataCoding, DataCodingGroup, MessageWaiting } from "./data-coding.ts";
export { type DecodeTpduOptions, decode } from "./decode.ts";
export { type DecodeOptions, decodeDeliver } from "./decode-deliver.ts";
export {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type Field,
  type Severity,
} from "./diagnostic.ts";
export type {
  CarriedData,
  OriginatorToOriginator,
  ScSpecific,
  SimToolkitSecurity,
  WirelessControlMessageProtocol,
} from "./elements/carried-data.ts";
export { type ReadElementOptions, readElement, writeElement } from "./elements/element.ts";
export type { ReplyAddress } from "./elements/element-address.ts";
export type { ElementValue, RawElement } from "./elements/element-value.ts";
export type {
  DeletedVoiceMessage,
  EnhancedVoiceMail,
  VoiceMailDeleteConfirmation,
  VoiceMailNotification,
  VoiceMessage,
} from "./elements/enhanced-voice-mail.ts";
export type {
  ConcatenationElement,
  PortsElement,
  SmscControlParameters,
  SpecialMessageIndication,
  UdhSourceIndicator,
} from "./elements/message-control.ts";
export type {
  CompressionControl,
  ElementContinuation,
  ExtendedObject,
  ExtendedObjectDataRequest,
  ObjectDistributionIndicator,
  ReusedExtendedObject,
  UserPromptIndicator,
  WvgObject,
} from "./elements/objects.ts";
export {
  type BitmapAnimation,
  type BitmapPicture,
  type PredefinedAnimation,
  pictureRows,
  type VariablePicture,
} from "./elements/pictures.ts";
export type { PredefinedSound, UserDefinedSound } from "./elements/sounds.ts";
export type {
  Hyperlink,
  NationalLanguageElement,
  Rfc822EmailHeader,
  TextColour,
  TextFormatting,
} from "./elements/text-elements.ts";
export type {
  AddressDescription,
  CommandDescription,
  DeliverDescription,
  DeliverReportDescription,
  ParametersDescription,
  SmscDescription,
  StatusReportDescription,
  SubmitDescription,
  SubmitReportDescription,
  TimeStampDescription,
  TpduDescription,
  UserDataDescription,
  ValidityPeriodDescription,
} from "./encode/descriptions.ts";
export { type EncodeOptions, encode, encodeDeliver, encodeHex, encodeSubmit } from "./encode/encode.ts";
export type { FailureCause } from "./failure-cause.ts";
export {
  type AtBrokenFrame,
  type AtCommand,
  type AtFrame,
  type AtPduFrame,
  type AtProblem,
  parseAtResponse,
} from "./framing/at-response.ts";
export type { RpCause } from "./framing/rp-cause.ts";
export {
  type RpAck,
  type RpData,
  type RpError,
  type RpMessage,
  type RpSmma,
  unwrapRpData,
} from "./framing/rp-message.ts";
export { type SplitPdu, splitPdu } from "./framing/split-pdu.ts";
export type { LanguageTables } from "./gsm7/alphabet.ts";
export { type Gsm7, gsm7 } from "./gsm7/index.ts";
export { MAX_PDU_OCTETS } from "./octets.ts";
export type { OptionalParameters, ParameterIndicator } from "./parameter-indicator.ts";
export { isPduError, PduError, type PduErrorCode } from "./pdu-error.ts";
export type { ProtocolIdentifier } from "./protocol-identifier.ts";
export type { IncompleteMessage, Message, MessageReference } from "./reassembly/message.ts";
export { Reassembler, type ReassemblerOptions } from "./reassembly/reassembler.ts";
export type { TextAlphabet } from "./segmentation/part-capacity.ts";
export {
  countSegments,
  type Segment,
  type Segmentation,
  type SegmentationWarning,
  type SegmentCount,
  type SegmentUserData,
  segment,
} from "./segmentation/segment.ts";
export type { SegmentOptions } from "./segmentation/segment-options.ts";
export type { EncodingName } from "./segmentation/text-encoding.ts";
export type { Replacement } from "./segmentation/typographic-replacements.ts";
export type { ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
export type { CommandFirstOctet, SmsCommand } from "./sms-command.ts";
export type { DeliverFirstOctet, SmsDeliver } from "./sms-deliver.ts";
export type { ReportFirstOctet, ReportOutcome, SmsDeliverReport } from "./sms-deliver-report.ts";
export type { SmsStatusReport, StatusReportFirstOctet } from "./sms-status-report.ts";
export type { SmsSubmit, SubmitFirstOctet } from "./sms-submit.ts";
export type { SmsSubmitReport } from "./sms-submit-report.ts";
export type { SmscAddress } from "./smsc-address.ts";
export type { SmscPresence } from "./smsc-presence.ts";
export type { Status, StatusOutcome } from "./status.ts";
export type { Direction, Tpdu } from "./tpdu.ts";
export type { UserData } from "./user-data.ts";
export type {
  Concatenation,
  HeaderElement,
  NationalLanguage,
  Ports,
  UserDataHeader,
} from "./user-data-header.ts";
export type {
  AbsoluteValidityPeriod,
  EnhancedValidityPeriod,
  RelativeValidityPeriod,
  ValidityPeriod,
  ValidityPeriodFormat,
} from "./validity-period.ts";
