import type { MessageRecord, Receipt } from "../air/submission.ts";

/** The text of a delivery receipt in the form that SMPP 3.4's appendix B recommends. */
export function receiptText(record: MessageRecord, receipt: Receipt): string {
  const delivered = receipt.state === "DELIVRD" ? "001" : "000";
  return [
    `id:${record.id}`,
    "sub:001",
    `dlvrd:${delivered}`,
    `submit date:${minute(record.at)}`,
    `done date:${minute(receipt.at)}`,
    `stat:${receipt.state}`,
    `err:${receipt.error}`,
    `text:${(record.text ?? "").slice(0, 20)}`,
  ].join(" ");
}

/** message_state (SMPP 3.4, 5.2.28). */
export const MESSAGE_STATE: Readonly<Record<Receipt["state"], number>> = {
  DELIVRD: 2,
  EXPIRED: 3,
  UNDELIV: 5,
};

const minute = (epochMs: number): string =>
  new Date(epochMs).toISOString().slice(2, 16).replace(/[-T:]/g, "");
