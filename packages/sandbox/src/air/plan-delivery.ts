import { deliverPdu } from "../handset/deliver-pdu.ts";
import { type Part, textOfParts } from "../handset/part.ts";
import { segmentMessage } from "../handset/segmentation.ts";
import type { NetworkSite } from "../networks/network-site.ts";
import type { Envelope, Journey, MessageOnRoute, RouteContext } from "../routes/message.ts";
import type { Route } from "../routes/route.ts";
import type { Submission } from "./submission.ts";

/** What a route made of a message: its parts and what is written around them. */
export interface PlannedDelivery {
  readonly journey: Journey;
  /** The PDUs as they arrive at this moment. */
  pdusAt(epochMs: number): readonly string[];
}

const NO_JOURNEY: Journey = { delayMs: 0, dropped: false, copiesAfterMs: [], receipt: "truth" };

/** Sends a message, in the parts its sender made, over a route. */
export function planDelivery(
  submissions: readonly [Submission, ...Submission[]],
  route: Route,
  context: RouteContext,
): PlannedDelivery {
  const [first] = submissions;
  const { stages } = route;
  const submittedParts = first.place === null ? null : submissions.map(partOf);
  const submitted: MessageOnRoute = {
    sender: first.sender,
    text: wholeText(submissions),
    alphabet: first.content.kind === "text" ? first.content.alphabet : "auto",
    messageClass: first.messageClass,
    elements: first.elements,
    partLength: null,
  };
  const message = stages.message?.(submitted, context) ?? submitted;
  const parts = cutAsSubmitted(submitted, message)
    ? (submittedParts ?? uncut(first, message, context))
    : uncut(first, message, context);
  const onAir = stages.parts?.(parts, context) ?? parts;
  const envelope =
    stages.envelope?.(envelopeOf(first, context.network), context) ?? envelopeOf(first, context.network);
  const journey = stages.journey?.(NO_JOURNEY, context) ?? NO_JOURNEY;
  const { sender, messageClass } = message;
  return {
    journey,
    pdusAt: (epochMs) =>
      onAir.map((part, index) =>
        deliverPdu({ sender, part, envelope, messageClass, epochMs, moreToCome: index + 1 < onAir.length }),
      ),
  };
}

/** The text of all submissions together; null when one of them holds octets. */
export function wholeText(submissions: readonly Submission[]): string | null {
  return textOfParts(submissions.map(partOf));
}

function partOf({ content, elements, place }: Submission): Part {
  if (content.kind === "octets") return { place, elements, content };
  return { place, elements, content: { kind: "text", alphabet: alphabetOf(content), text: content.text } };
}

// The parts a sender cut himself say their alphabet; `auto` is only met where nothing is cut yet.
const alphabetOf = (content: { readonly alphabet: "auto" | "gsm7" | "ucs2" }): "gsm7" | "ucs2" =>
  content.alphabet === "gsm7" ? "gsm7" : "ucs2";

const cutAsSubmitted = (before: MessageOnRoute, after: MessageOnRoute): boolean =>
  before.text === after.text &&
  before.alphabet === after.alphabet &&
  before.elements === after.elements &&
  after.partLength === null;

function uncut(first: Submission, message: MessageOnRoute, context: RouteContext): readonly Part[] {
  const { text, alphabet, elements, partLength } = message;
  if (text === null) {
    return [first.content.kind === "octets" ? partOf(first) : { ...partOf(first), elements }];
  }
  return segmentMessage({ text, alphabet, elements, partLength }, context.random.integer(0, 255));
}

function envelopeOf(first: Submission, network: NetworkSite | null): Envelope {
  return {
    smsc: network?.smsc ?? null,
    protocolIdentifier: first.protocolIdentifier,
    utcOffsetMinutes: network?.utcOffsetMinutes ?? 0,
  };
}
