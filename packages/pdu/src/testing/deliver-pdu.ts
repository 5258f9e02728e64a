/** The hex of each field of an SMS-DELIVER, as it stands in the PDU. */
export interface DeliverPieces {
  /** The service centre with its length; empty for none in front. */
  readonly smsc: string;
  readonly firstOctet: number;
  /** TP-OA with length and type. */
  readonly originator: string;
  readonly pid: number;
  readonly dcs: number;
  readonly timestamp: string;
  /** TP-UDL. */
  readonly length: number;
  /** TP-UD, its header included. */
  readonly data: string;
}

const ORDINARY: DeliverPieces = {
  smsc: "07917283010010F5",
  firstOctet: 0x04,
  originator: "0B917238880900F1",
  pid: 0,
  dcs: 0,
  timestamp: "99309251619580",
  length: 3,
  data: "C16010",
};

/** One octet as hex. */
export function octet(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, "0");
}

/** An ordinary SMS-DELIVER (text `AAA`) but for the pieces given. */
export function deliverPdu(pieces: Partial<DeliverPieces> = {}): string {
  const all = { ...ORDINARY, ...pieces };
  return [
    all.smsc,
    octet(all.firstOctet),
    all.originator,
    octet(all.pid),
    octet(all.dcs),
    all.timestamp,
    octet(all.length),
    all.data,
  ].join("");
}

/** An SMS-DELIVER with user data of octets: TP-UDL counts them. */
export function octetsPdu(data: string, pieces: Partial<DeliverPieces> = {}): string {
  return deliverPdu({ dcs: 4, length: data.length / 2, data, ...pieces });
}

/** The same with a header in front of the octets: `header` holds the elements. */
export function headerPdu(header: string, data: string, pieces: Partial<DeliverPieces> = {}): string {
  return octetsPdu(octet(header.length / 2) + header + data, { firstOctet: 0x44, ...pieces });
}

/** An SMS-DELIVER of these septets, behind a header of these elements if there are any. */
export function septetsPdu(
  septets: readonly number[],
  pieces: Partial<DeliverPieces> = {},
  elements = "",
): string {
  const header = elements === "" ? "" : octet(elements.length / 2) + elements;
  const headerSeptets = Math.ceil((header.length * 4) / 7);
  const bits = septets.map((septet) => septet.toString(2).padStart(7, "0"));
  const fill = "0".repeat(7 * headerSeptets - header.length * 4);
  // The last septet is the highest: written as one binary number, octets are taken from its end.
  const number = `${bits.toReversed().join("")}${fill}`;
  const padded = number.padStart(8 * Math.ceil(number.length / 8), "0");
  const octets = (padded.match(/.{8}/g) ?? []).toReversed().map((text) => octet(Number.parseInt(text, 2)));
  return deliverPdu({
    firstOctet: elements === "" ? 0x04 : 0x44,
    length: headerSeptets + septets.length,
    data: header + octets.join(""),
    ...pieces,
  });
}

/** UTF-16 code units as hex. */
export function unitsHex(text: string, littleEndian = false): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    return littleEndian ? octet(unit & 255) + octet(unit >> 8) : octet(unit >> 8) + octet(unit & 255);
  }).join("");
}

/** A concatenation element with an 8-bit or a 16-bit reference. */
export function concatenationElement(
  reference: number,
  total: number,
  sequence: number,
  bits: 8 | 16 = 8,
): string {
  return bits === 8
    ? `0003${octet(reference)}${octet(total)}${octet(sequence)}`
    : `0804${octet(reference >> 8)}${octet(reference & 255)}${octet(total)}${octet(sequence)}`;
}
