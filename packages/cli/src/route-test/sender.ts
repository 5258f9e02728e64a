import { readFile } from "node:fs/promises";
import type { Sender } from "@smsproof/vendor";
import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";

/**
 * The sender that `--via` describes: `smpp://user:password@host:port`, `smpps://...`, or `http:FILE` with a template of
 * the gateway's request. What it says is never shown: there is a password in it. Throws a `CampaignError` for a URL or a
 * template that is none.
 */
export async function createSender(via: string, name: string | undefined, host: Host): Promise<Sender> {
  const named = name === undefined ? {} : { name };
  if (/^smpps?:\/\//i.test(via)) {
    const { createSmppSender } = await import("@smsproof/campaign/node");
    return createSmppSender({ url: via, ...named });
  }
  const [, file] = /^http:(?!\/\/)(.+)$/is.exec(via) ?? [];
  if (file === undefined)
    throw new UsageError("--via takes smpp://user:password@host:port, smpps://... or http:FILE");
  const template = await templateOf(file);
  const { createHttpSender } = await import("@smsproof/campaign");
  return createHttpSender(template, { environment: host.env, ...named });
}

async function templateOf(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The template of the gateway cannot be read: ${reason}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would show a piece of the file.
    throw new UsageError(`The template of the gateway, ${file}, is no JSON`);
  }
}
