import { el } from "../dom/element.ts";
import { STEPS } from "./campaign-state.ts";

/** The five steps of a test: those that are done, the one it is in, those to come. */
export function stepTrack(step: number, stopped: boolean): HTMLElement {
  const words =
    step < 0 ? (stopped ? "not begun" : "in line") : `${STEPS[step] ?? ""}${stopped ? ", stopped" : ""}`;
  return el(
    "div",
    { class: stopped ? "track stopped" : "track" },
    el(
      "ol",
      { class: "track-steps", "aria-hidden": "true" },
      ...STEPS.map((name, at) =>
        el("li", {
          class: "track-step",
          "data-step": name,
          "data-place": at < step ? "done" : at === step ? "now" : "next",
        }),
      ),
    ),
    el("span", { class: "track-words" }, words),
  );
}
