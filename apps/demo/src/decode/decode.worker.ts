import { decodeInput } from "./decode-input.ts";
import { type DecodeReply, type DecodeRequest, SHOWN_ENTRIES } from "./decode-worker-messages.ts";
import { textOf } from "./large-input.ts";

// One request for each worker's turn; who has a newer one ends this worker and starts another.
self.addEventListener("message", (event: MessageEvent<DecodeRequest>) => {
  void answer(event.data).then(post);
});

async function answer({ id, input }: DecodeRequest): Promise<DecodeReply> {
  const text = typeof input === "string" ? input : await textOf(input);
  if (typeof text !== "string") return { id, kind: "refused", message: text.refused };
  const onProgress = (records: number): void => post({ id, kind: "progress", records });
  return { id, kind: "report", report: decodeInput(text, { limit: SHOWN_ENTRIES, onProgress }) };
}

function post(reply: DecodeReply): void {
  self.postMessage(reply);
}
