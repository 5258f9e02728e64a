import type { CampaignNews } from "../../src/route-test/campaign-wire.ts";

/** A server-sent event as it was read. */
export interface ReadEvent {
  readonly id: number;
  readonly news: CampaignNews;
}

/** Reads server-sent events until the stream ends or `enough` says so. */
export async function readEvents(
  response: Response,
  enough: (event: ReadEvent) => boolean = () => false,
): Promise<readonly ReadEvent[]> {
  const events: ReadEvent[] = [];
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no body");
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return events;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
      const [, data] = /^data: (.*)$/m.exec(block) ?? [];
      if (id === undefined || data === undefined) continue;
      const event: ReadEvent = { id: Number(id), news: JSON.parse(data) };
      events.push(event);
      if (enough(event)) {
        await reader.cancel();
        return events;
      }
    }
  }
}
