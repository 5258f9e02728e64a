import { defangedPattern } from "../entities/link-change.ts";
import { withoutInvisibles } from "../text/invisibles.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { edge, type GridSettings, type Stretch, type TakeEdge } from "./edge.ts";
import type { SentUnit } from "./sent-unit.ts";

/** By so much of its beginning a link is found again in a token that no list knows as a link. */
const SIGN_LENGTH = 8;

/** What may have become of a link: itself, another link, the same link made not clickable, a cut. */
export function takeLinkEdges(
  unit: SentUnit,
  delivered: DeliveredText,
  { from, to }: Stretch,
  { atEnd }: GridSettings,
  take: TakeEdge,
): void {
  const { text } = delivered;
  const sent = unit.text;
  for (let at = text.indexOf(sent, from); at >= 0 && at + sent.length <= to; at = text.indexOf(sent, at + 1))
    take(at, edge("kept", sent.length, [], 0));
  for (const link of delivered.links)
    if (link.start >= from && link.end <= to)
      take(link.start, edge("link", link.end - link.start, [], COSTS.link));
  for (const match of text.slice(from, to).matchAll(defangedPattern(sent)))
    if (match[0] !== sent) take(from + match.index, edge("link", match[0].length, [], COSTS.defanged));
  const sign = sent.slice(0, SIGN_LENGTH);
  const bare = withoutInvisibles(sent).toLowerCase();
  for (let at = text.indexOf(sign, from); at >= 0 && at < to; at = text.indexOf(sign, at + 1)) {
    const end = Math.min(to, delivered.blankRuns.find(({ start }) => start > at)?.start ?? text.length);
    const token = text.slice(at, end);
    if (token.length > sent.length && withoutInvisibles(token).toLowerCase().startsWith(bare))
      take(at, edge("link", token.length, [], COSTS.defanged));
    if (end === to && atEnd && token.length < sent.length && sent.startsWith(token))
      take(at, edge("cut", token.length, [], COSTS.cutInside));
  }
}
