import { isCampaignError } from "@smsproof/campaign";
import { isVendorError } from "@smsproof/vendor";
import { UsageError } from "../exit-status.ts";

/** Where the values of a plan come from. */
const OPTIONS: readonly (readonly [path: RegExp, option: string])[] = [
  [/^messages\[0\]\.text: /, "--text: "],
  [/^messages\[0\]\.sender: /, "--sender: "],
  [/^repetitions: /, "--count: "],
  [/^budget: /, "--count: "],
  [/^timeToLiveSeconds: /, "--ttl: "],
  [/^lateAfterSeconds: /, "--late-after: "],
  [/^pacing\.testsPerMinute: /, "--per-minute: "],
  [/^smpp(?:\.\w+)?: /, "--via: "],
];

/** Runs work whose failures of campaigns and vendors are calls that cannot work: credentials, stores, plans, senders. */
export async function inPlainWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCampaignError(error) || isVendorError(error)) throw new UsageError(withOption(error.message));
    throw error;
  }
}

function withOption(message: string): string {
  const found = OPTIONS.find(([path]) => path.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
}
