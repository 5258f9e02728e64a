import type { FaultCode, FaultItem, Place } from "./item.ts";
import { EXCERPT_LENGTH, RECORD_LIMIT } from "./limits.ts";

/** Makes a fault. */
export function fault(code: FaultCode, message: string, input: string, place: Place): FaultItem {
  return {
    kind: "fault",
    code,
    message: message.endsWith(".") ? message : `${message}.`,
    input,
    line: place.line,
    record: place.record,
    index: place.index,
    path: place.path,
  };
}

/** The fault of a line, row or element above {@link RECORD_LIMIT}; `beginning` is what is shown of it. */
export function recordTooLong(what: string, beginning: string, place: Place): FaultItem {
  const limit = RECORD_LIMIT.toLocaleString("en");
  return fault(
    "RECORD_TOO_LONG",
    `The ${what} is longer than ${limit} characters; only its beginning is kept`,
    beginning.slice(0, EXCERPT_LENGTH),
    place,
  );
}

/** The fault of a record in which no field holds PDUs. */
export function noPduField(field: string | undefined, input: string, place: Place): FaultItem {
  return fault(
    "NO_PDU_FIELD",
    field === undefined
      ? 'There is no field "pdusDelivered" or "pdu"; name the field that holds the PDUs with --field'
      : `There is no field "${field}"`,
    input,
    place,
  );
}
