import type { CampaignNews, Refusal } from "./campaign-wire.ts";

/** What the server answered. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly field: string; readonly message: string };

/** Asks the page's server. A value that is given is sent as JSON. */
export async function ask<T>(path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(addressOf(path), {
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as T };
    const { field, message } = (value as Refusal).error;
    return { ok: false, status: response.status, field, message };
  } catch {
    return {
      ok: false,
      status: 0,
      field: "server",
      message: "The server that runs the tests does not answer.",
    };
  }
}

/** Whoever hears of a campaign. */
export interface CampaignFollower {
  news(news: CampaignNews): void;
  /** The connection is gone and is being made anew, or is back. */
  connected(yes: boolean): void;
  /** The server keeps no such campaign. */
  gone(): void;
}

/** Follows a campaign from its beginning; ends by itself with the last news. The function returned ends it earlier. */
export function followCampaign(id: string, follower: CampaignFollower): () => void {
  const source = new EventSource(addressOf(`campaigns/${encodeURIComponent(id)}/events`));
  source.addEventListener("open", () => follower.connected(true));
  source.addEventListener("news", ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as CampaignNews;
    if (news.type === "finished") source.close();
    follower.news(news);
  });
  source.addEventListener("error", () => {
    // A stream that was refused is closed; one that broke comes back by itself, from where it was.
    if (source.readyState === EventSource.CLOSED) follower.gone();
    else follower.connected(false);
  });
  return () => source.close();
}

function addressOf(path: string): string {
  return new URL(`./api/${path}`, document.baseURI).href;
}
