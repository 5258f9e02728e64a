import type { Address, SmscAddress, SmsDeliver } from "@smsproof/pdu";

/**
 * What `JSON.stringify(value)` gives, in less than half the time: the objects that the decoder shares between
 * messages (first octet, TP-PID, TP-DCS) are turned into text once, and what is a number or null needs no care.
 * A test holds it equal to `JSON.stringify`.
 */
export function deliverJson(value: SmsDeliver): string {
  const { concatenation, ports, nationalLanguage, userDataHeader, timestamp, diagnostics, text, data } =
    value;
  return (
    `{"type":"SMS-DELIVER","smsc":${value.smsc === null ? "null" : smscJson(value.smsc)},` +
    `"firstOctet":${firstOctets(value.firstOctet)},` +
    `"originator":${addressJson(value.originator)},` +
    `"protocolIdentifier":${protocolIdentifiers(value.protocolIdentifier)},` +
    `"dataCoding":${dataCodings(value.dataCoding)},` +
    `"timestamp":{"raw":"${timestamp.raw}","iso":${timestamp.iso === null ? "null" : `"${timestamp.iso}"`},` +
    `"epochMs":${timestamp.epochMs},"offsetMinutes":${timestamp.offsetMinutes}},` +
    `"userDataLength":${value.userDataLength},` +
    `"userDataHeader":${userDataHeader === null ? "null" : JSON.stringify(userDataHeader)},` +
    `"concatenation":${concatenation === null ? "null" : JSON.stringify(concatenation)},` +
    `"ports":${ports === null ? "null" : JSON.stringify(ports)},` +
    `"nationalLanguage":${nationalLanguage === null ? "null" : JSON.stringify(nationalLanguage)},` +
    `"text":${text === null ? "null" : JSON.stringify(text)},` +
    `"data":${data === null ? "null" : `"${data}"`},` +
    `"diagnostics":${diagnostics.length === 0 ? "[]" : JSON.stringify(diagnostics)}}`
  );
}

function smscJson({ address, ton, npi }: SmscAddress): string {
  return `{"address":${JSON.stringify(address)},"ton":"${ton}","npi":"${npi}"}`;
}

function addressJson({ address, ton, npi, length }: Address): string {
  return `{"address":${JSON.stringify(address)},"ton":"${ton}","npi":"${npi}","length":${length}}`;
}

const firstOctets = sharedJson<SmsDeliver["firstOctet"]>();
const protocolIdentifiers = sharedJson<SmsDeliver["protocolIdentifier"]>();
const dataCodings = sharedJson<SmsDeliver["dataCoding"]>();

/** Remembers the text of the last object seen for each octet value; only the very same object is taken from there. */
function sharedJson<T extends { readonly value: number }>(): (object: T) => string {
  const objects: (T | undefined)[] = new Array(256).fill(undefined);
  const texts: string[] = new Array(256).fill("");
  return (object) => {
    const { value } = object;
    const known = texts[value];
    if (known !== undefined && objects[value] === object) return known;
    const text = JSON.stringify(object);
    objects[value] = object;
    texts[value] = text;
    return text;
  };
}
