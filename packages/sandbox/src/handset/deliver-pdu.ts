import { gsm7 } from "@smsproof/pdu";
import type { Envelope } from "../routes/message.ts";
import type { Part } from "./part.ts";
import type { SenderAddress } from "./sender-address.ts";

/** Everything that one SMS-DELIVER says. */
export interface DeliverPdu {
  readonly sender: SenderAddress;
  readonly part: Part;
  readonly envelope: Envelope;
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  readonly epochMs: number;
  readonly moreToCome: boolean;
}

const TON = [
  "unknown",
  "international",
  "national",
  "network-specific",
  "subscriber",
  "alphanumeric",
  "abbreviated",
];
const hex2 = (v: number): string => (v & 255).toString(16).padStart(2, "0").toUpperCase();
const hexOf = (o: Uint8Array): string => Array.from(o, hex2).join("");
const semi = (d: string): string => {
  const p = d.length % 2 ? `${d}F` : d;
  return p.replace(/(.)(.)/g, "$2$1");
};

/** The octets, upper-case hex. */
export function deliverPdu({
  sender,
  part,
  envelope,
  messageClass,
  epochMs,
  moreToCome,
}: DeliverPdu): string {
  const smscDigits = envelope.smsc?.replace("+", "") ?? null;
  const smsc =
    smscDigits === null ? "00" : `${hex2(1 + Math.ceil(smscDigits.length / 2))}91${semi(smscDigits)}`;
  const ieis: number[] = [];
  if (part.place?.bits === 8)
    ieis.push(0, 3, part.place.reference & 255, part.place.total, part.place.sequence);
  if (part.place?.bits === 16)
    ieis.push(
      8,
      4,
      part.place.reference >> 8,
      part.place.reference & 255,
      part.place.total,
      part.place.sequence,
    );
  for (const e of part.elements) ieis.push(e.id, e.octets.length, ...e.octets);
  const udh = ieis.length ? Uint8Array.from([ieis.length, ...ieis]) : new Uint8Array();
  const first = hex2((moreToCome ? 0 : 4) | (udh.length ? 0x40 : 0));
  const ton = Math.max(TON.indexOf(sender.ton), 0);
  let oa: string;
  if (sender.ton === "alphanumeric") {
    const s = gsm7.encode(sender.address) ?? new Uint8Array();
    const packed = gsm7.pack(s);
    oa = hex2(Math.ceil((s.length * 7) / 4)) + hex2(0x80 | (ton << 4)) + hexOf(packed);
  } else {
    const d = sender.address.replace("+", "");
    oa = hex2(d.length) + hex2(0x80 | (ton << 4) | (sender.npi === "isdn" ? 1 : 0)) + semi(d);
  }
  const { content } = part;
  const coding = content.kind === "octets" ? 4 : content.alphabet === "ucs2" ? 8 : 0;
  const dcs = messageClass === null ? coding : 0x10 | coding | messageClass;
  const local = new Date(Math.floor(epochMs / 1000) * 1000 + envelope.utcOffsetMinutes * 60000);
  const sw = (n: number): string => semi(String(n).padStart(2, "0"));
  const q = Math.abs(envelope.utcOffsetMinutes) / 15;
  const zone = ((q % 10) << 4) | Math.floor(q / 10) | (envelope.utcOffsetMinutes < 0 ? 8 : 0);
  const scts =
    sw(local.getUTCFullYear() % 100) +
    sw(local.getUTCMonth() + 1) +
    sw(local.getUTCDate()) +
    sw(local.getUTCHours()) +
    sw(local.getUTCMinutes()) +
    sw(local.getUTCSeconds()) +
    hex2(zone);
  let udl: number;
  let ud: string;
  if (content.kind === "text" && content.alphabet === "gsm7") {
    const s = gsm7.encode(content.text) ?? new Uint8Array();
    const fill = (7 - ((udh.length * 8) % 7)) % 7;
    udl = Math.ceil((udh.length * 8) / 7) + s.length;
    ud = hexOf(gsm7.pack(s, fill));
  } else {
    const o =
      content.kind === "octets"
        ? content.octets
        : Uint8Array.from(
            Array.from({ length: content.text.length }, (_, i) => content.text.charCodeAt(i)).flatMap((u) => [
              u >> 8,
              u & 255,
            ]),
          );
    udl = udh.length + o.length;
    ud = hexOf(o);
  }
  return (
    smsc + first + oa + hex2(envelope.protocolIdentifier) + hex2(dcs) + scts + hex2(udl) + hexOf(udh) + ud
  );
}
