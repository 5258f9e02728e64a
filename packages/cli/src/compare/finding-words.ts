import type { ComparisonResult, Edit, Finding, Tag } from "@smsproof/compare";
import { ALPHABET_WORDS } from "../output/data-coding-words.ts";

const TAG_WORDS: Readonly<Record<Exclude<Tag, "COUNTRY_RULE">, string>> = {
  OPT_OUT: "reads like an opt-out",
  ADVERT: "reads like an advertisement",
  ORIGIN_TAG: "tells where the message comes from",
  SIGNATURE: "is a signature",
  SENDER_IN_BODY: "is the sender's name",
  RANDOM_TAIL: "looks random",
};

/** What the finding says, with what kind of addition it is: one or two sentences. */
export function findingSentence({ explanation, tags }: Pick<Finding, "explanation" | "tags">): string {
  const words = tags.flatMap((tag) => (tag === "COUNTRY_RULE" ? [] : [TAG_WORDS[tag]]));
  return words.length === 0 ? explanation : `${explanation} It ${words.join(" and ")}.`;
}

/** The same where old and new sender stand beside it anyway. */
export function senderSentence(finding: Finding, { sender }: ComparisonResult): string {
  const { compared } = sender;
  const names = compared === null ? "" : `"${compared.sent}" became "${compared.delivered}": `;
  const { explanation, tags } = finding;
  return findingSentence({
    explanation:
      names !== "" && explanation.startsWith(names) ? explanation.slice(names.length) : explanation,
    tags,
  });
}

/** What else can be said for a finding, a sentence each: the rule that explains it, letters, the runner-up. */
export function findingNotes(finding: Finding, result: ComparisonResult): readonly string[] {
  const { expectedBy, code, edits, confidence } = finding;
  const known = new Set<string>(result.findings.map((other) => other.code));
  const runnerUp = finding.alternatives.find(({ codes }) => codes.some((other) => !known.has(other)));
  return [
    ...(expectedBy === undefined
      ? []
      : [`Known in ${expectedBy.country}: ${expectedBy.rule} (${expectedBy.source}).`]),
    ...(code.endsWith("HOMOGLYPHS") || code === "SENDER_HOMOGLYPH" ? letters(edits) : []),
    ...(runnerUp === undefined ? [] : [`Less likely: ${runnerUp.codes.join(" and ")}.`]),
    ...(confidence < 1 ? [`Confidence ${Math.round(confidence * 100)} %.`] : []),
  ];
}

/** Letters that look alike are told apart by their numbers. */
function letters(edits: readonly Edit[]): readonly string[] {
  const pairs = new Set(
    edits
      .filter(
        ({ sentText, deliveredText }) => sentText !== "" && deliveredText !== "" && deliveredText.length < 5,
      )
      .map(({ sentText, deliveredText }) => `${codePoints(sentText)} → ${codePoints(deliveredText)}`),
  );
  const shown = [...pairs].slice(0, 4);
  return shown.length === 0 ? [] : [`${shown.join(", ")}${pairs.size > shown.length ? ", …" : ""}.`];
}

function codePoints(text: string): string {
  return [...text]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
}

/** What is known of the way the message took, a few words each. */
export function routeFacts({ route, sender, content, vendorFlag }: ComparisonResult): readonly string[] {
  const { smsc, timestamp, alphabet, parts, latencySeconds } = route;
  return [
    sender.source === "pdu" || content.source === "pdu" ? "read from the PDUs" : "",
    smsc === null ? "" : `SMSC ${smsc.number}`,
    timestamp === null
      ? ""
      : `stamped ${timestamp.iso.replace("T", " ").replace(/(Z|[+-]\d\d:\d\d)$/, " $1")}`,
    alphabet === null ? "" : ALPHABET_WORDS[alphabet],
    parts.delivered === null ? "" : partsInWords(parts.delivered, parts.sent),
    latencySeconds === null ? "" : `${latencySeconds} s on the way`,
    vendorFlag.status === null ? "" : `vendor says ${vendorFlag.status}`,
  ].filter((fact) => fact !== "");
}

function partsInWords(received: number, sent: number): string {
  const words = `${received} ${received === 1 ? "part" : "parts"}`;
  return received === sent ? words : `${words} where the sent text needs ${sent}`;
}
