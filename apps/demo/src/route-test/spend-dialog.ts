import { counted, el } from "../dom/element.ts";

/** Asks before credits are spent. Resolves with whether they may be; closing it in any other way means no. */
export function askToSpend(credits: number, vendor: string): Promise<boolean> {
  const words = counted(credits, "credit");
  const spend = el("button", { type: "submit", class: "primary", value: "spend" }, `Spend ${words}`);
  const cancel = el(
    "button",
    { type: "submit", class: "secondary", value: "cancel", autofocus: true },
    "Cancel",
  );
  const dialog = el(
    "dialog",
    { class: "spend", "aria-labelledby": "spend-title", "aria-describedby": "spend-words" },
    el("h2", { id: "spend-title" }, `Spend ${words} at ${vendor}?`),
    el(
      "p",
      { id: "spend-words" },
      `${counted(credits, "test")} will be made with real handsets, and a real message goes out to each. A test costs a credit, also when nothing arrives.`,
    ),
    el("form", { method: "dialog", class: "spend-buttons" }, cancel, spend),
  );
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "spend");
    });
    dialog.showModal();
  });
}
