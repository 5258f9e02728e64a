export type { Address, NumberingPlan, TypeOfNumber } from "./address.ts";
export type { CharsetDecoder } from "./charset-decoder.ts";
export type { Alphabet, DataCoding, DataCodingGroup, MessageWaiting } from "./data-coding.ts";
export { type DecodeOptions, decodeDeliver } from "./decode-deliver.ts";
export {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type Field,
  type Severity,
} from "./diagnostic.ts";
export type { LanguageTables } from "./gsm7/alphabet.ts";
export { type Gsm7, gsm7 } from "./gsm7/index.ts";
export { MAX_PDU_OCTETS } from "./octets.ts";
export { isPduError, PduError, type PduErrorCode } from "./pdu-error.ts";
export type { ProtocolIdentifier } from "./protocol-identifier.ts";
export type { IncompleteMessage, Message, MessageReference } from "./reassembly/message.ts";
export { Reassembler, type ReassemblerOptions } from "./reassembly/reassembler.ts";
export type { ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
export type { DeliverFirstOctet, SmsDeliver } from "./sms-deliver.ts";
export type { SmscAddress } from "./smsc-address.ts";
export type { SmscPresence } from "./smsc-presence.ts";
export type {
  Concatenation,
  HeaderElement,
  NationalLanguage,
  Ports,
  UserDataHeader,
} from "./user-data-header.ts";
