import { el } from "../dom/element.ts";

/** How long a button says what it did. */
const SHOWN_MS = 1_200;

/** A button that copies a text and says so, on itself and to screen readers. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const words = el("span", {}, label);
  const said = el("span", { class: "visually-hidden", role: "status" });
  const button = el("button", { type: "button", class: "copy" }, words);
  let timer = 0;
  const say = (outcome: string, done: boolean): void => {
    words.textContent = outcome;
    said.textContent = outcome;
    button.classList.toggle("done", done);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      words.textContent = label;
      said.textContent = "";
      button.classList.remove("done");
    }, SHOWN_MS);
  };
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text()).then(
      () => say("Copied", true),
      () => say("The browser refused", false),
    );
  });
  return el("span", { class: "copy-box" }, button, said);
}
