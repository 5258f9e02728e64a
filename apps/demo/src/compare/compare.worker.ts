import { compare } from "@smsproof/compare";
import type { CompareReply, CompareRequest } from "./compare-worker-messages.ts";

self.addEventListener("message", ({ data: { id, input } }: MessageEvent<CompareRequest>) => {
  const reply: CompareReply = { id, result: compare(input) };
  self.postMessage(reply);
});
