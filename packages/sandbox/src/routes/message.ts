import type { HeaderElement, Part } from "../handset/part.ts";
import type { SenderAddress } from "../handset/sender-address.ts";
import type { NetworkSite } from "../networks/network-site.ts";
import type { Random } from "../random/random.ts";

/** A message on its way, before it is cut into parts. */
export interface MessageOnRoute {
  readonly sender: SenderAddress;
  /** Null for octets, which only routes for parts and envelopes touch. */
  readonly text: string | null;
  /** `auto`: GSM 7-bit where it can be, else UCS2. */
  readonly alphabet: "auto" | "gsm7" | "ucs2";
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  /** Header elements of the sender's own, ports for example, for every part. */
  readonly elements: readonly HeaderElement[];
  /** Cuts parts shorter than they need be: septets or UCS2 code units. */
  readonly partLength: number | null;
}

/** What the network writes around the parts. */
export interface Envelope {
  /** `+32495002530`; null leaves it out. */
  readonly smsc: string | null;
  readonly protocolIdentifier: number;
  readonly utcOffsetMinutes: number;
}

/** When and whether a message arrives, and what its sender is told. */
export interface Journey {
  readonly delayMs: number;
  readonly dropped: boolean;
  /** How long after the first each further copy comes. */
  readonly copiesAfterMs: readonly number[];
  readonly receipt: "truth" | "delivered" | "undelivered" | "none";
}

/** What a route may look at. */
export interface RouteContext {
  /** Where the message goes. Null for a number that no network of the sandbox has. */
  readonly network: NetworkSite | null;
  /** The code or test id that the text holds, where it is known. */
  readonly testText: string | null;
  /** The message's own source: the same message with the same seed meets the same fate. */
  readonly random: Random;
}

/** What a route does, stage by stage. Stages run in this order whatever the order of routes. */
export interface RouteStages {
  readonly message?: (message: MessageOnRoute, context: RouteContext) => MessageOnRoute;
  readonly parts?: (parts: readonly Part[], context: RouteContext) => readonly Part[];
  readonly envelope?: (envelope: Envelope, context: RouteContext) => Envelope;
  readonly journey?: (journey: Journey, context: RouteContext) => Journey;
}
