import type { ComparisonResult, Edit, Evidence, Finding, Tag } from "@smsproof/compare";
import { countryName } from "../country/country-of-number.ts";
import { type Child, counted, el } from "../dom/element.ts";
import { codePoint } from "./marked-text.ts";
import { severityBadge } from "./verdict-badge.ts";

const TAGS: Readonly<Record<Tag, string>> = {
  OPT_OUT: "opt-out",
  ADVERT: "advertisement",
  ORIGIN_TAG: "mark of origin",
  SIGNATURE: "signature",
  SENDER_IN_BODY: "sender’s name in the text",
  RANDOM_TAIL: "random letters",
  COUNTRY_RULE: "habit of the country",
};

const EFFECTS: Readonly<Record<Finding["effects"][number], string>> = {
  code: "the code",
  url: "a link",
  number: "a number",
  brand: "the brand",
  readability: "readability",
};

const DIMENSIONS: Readonly<Record<Finding["dimension"], string>> = {
  sender: "sender",
  content: "text",
  route: "route",
  delivery: "delivery",
  evidence: "evidence",
};

/** How many letters are told apart by their numbers. */
const MOST_LETTERS = 6;

/** One finding: what happened, how grave, with which proof, and what else it could have been. */
export function findingCard(finding: Finding, index: number, result: ComparisonResult): HTMLElement {
  const { code, severity, explanation, tags, effects, edits, dimension } = finding;
  const points = edits.length > 0;
  const touched = effects.map((effect) => EFFECTS[effect]);
  return el(
    "li",
    {
      class: "finding",
      "data-finding": index,
      "data-code": code,
      "data-dimension": dimension,
      tabindex: points ? 0 : null,
    },
    el(
      "header",
      {},
      severityBadge(severity),
      el("span", { class: "dimension" }, DIMENSIONS[dimension]),
      el("code", { class: "code" }, code),
    ),
    el("p", { class: "finding-words", dir: "auto" }, explanation),
    el("ul", { class: "proof" }, ...proofOf(finding).map((line) => el("li", {}, ...line))),
    tags.length + touched.length === 0
      ? null
      : el(
          "p",
          { class: "finding-facts" },
          ...tags.map((tag) => el("span", { class: "tag" }, TAGS[tag])),
          touched.length === 0 ? null : el("span", {}, `touches ${touched.join(", ")}`),
        ),
    runnerUp(finding, result.findings.slice(0, index), result),
  );
}

function proofOf(finding: Finding): readonly (readonly Child[])[] {
  const lines = finding.evidence.flatMap((evidence) => evidenceLine(evidence, finding));
  const letters = lettersOf(finding);
  return letters === null ? lines : [...lines, letters];
}

function evidenceLine(evidence: Evidence, { dimension }: Finding): readonly (readonly Child[])[] {
  switch (evidence.kind) {
    case "model": {
      const what = dimension === "sender" ? "sender" : "text";
      const rest = `explains this part of the ${what}; the other findings explain the rest.`;
      const words = evidence.reproduces === "exactly" ? `reproduces the delivered ${what} exactly.` : rest;
      return [[el("strong", { class: "model" }, capitalised(evidence.model)), ` ${words}`]];
    }
    case "rule":
      return [
        [
          `Known in ${countryName(evidence.country)}: ${evidence.rule}. `,
          el("span", { class: "origin" }, evidence.source),
        ],
      ];
    case "pdu":
      return [[`PDU ${evidence.pdu + 1}, ${evidence.field}: `, el("bdi", {}, evidence.value)]];
    case "vendor":
      return [[`The vendor’s ${evidence.field}: `, el("bdi", {}, evidence.value)]];
    case "receipt":
      return [
        ["The supplier’s receipt: ", el("bdi", {}, evidence.status), evidence.at ? `, ${evidence.at}` : null],
      ];
    case "strings":
      return [];
  }
}

/** Letters that look alike, or show nothing, are told apart by their numbers. */
function lettersOf({ edits, code }: Finding): readonly Child[] | null {
  if (!/HOMOGLYPH|INVISIBLE|BIDI|JOINER|NORMALIZED|CHARS_SUBSTITUTED/.test(code)) return null;
  const pairs = [
    ...new Set(edits.filter(isShort).map(({ sentText, deliveredText }) => numbers(sentText, deliveredText))),
  ];
  if (pairs.length === 0) return null;
  const more = pairs.length - MOST_LETTERS;
  const list = pairs
    .slice(0, MOST_LETTERS)
    .flatMap((pair, at) => [at === 0 ? "" : ", ", el("code", {}, pair)]);
  return ["Letters by number: ", ...list, more > 0 ? ` and ${counted(more, "other")}` : null];
}

const isShort = ({ sentText, deliveredText }: Edit): boolean =>
  sentText.length < 4 && deliveredText.length < 4;

function numbers(sent: string, delivered: string): string {
  const of = (text: string): string => (text === "" ? "nothing" : [...text].map(codePoint).join(" "));
  return `${of(sent)} → ${of(delivered)}`;
}

/** The next best explanation, where it is another one and no earlier finding has told it. */
function runnerUp(finding: Finding, earlier: readonly Finding[], { findings }: ComparisonResult): Child {
  const { confidence } = finding;
  const known = new Set(findings.map(({ code }) => code));
  const otherOf = ({ alternatives }: Finding): Finding["alternatives"][number] | undefined =>
    alternatives.find(({ codes }) => codes.some((code) => !known.has(code)));
  const told = new Set(earlier.map((one) => otherOf(one)?.codes.join(" ")));
  const next = otherOf(finding);
  const other = next === undefined || told.has(next.codes.join(" ")) ? undefined : next;
  const sure = confidence < 1 ? `Confidence ${Math.round(confidence * 100)} %. ` : "";
  if (other === undefined) return sure === "" ? null : el("p", { class: "runner-up" }, sure);
  const codes = other.codes.flatMap((one, at) => [
    at === 0 ? "" : " with ",
    el("code", { class: "code" }, one),
  ]);
  return el("p", { class: "runner-up" }, `${sure}Next best explanation: `, ...codes);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
