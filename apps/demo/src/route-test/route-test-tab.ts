import { el } from "../dom/element.ts";
import { ADDRESS_CHANGE, type AddressChange, type TabElement } from "../shell/tab.ts";
import { ask, followCampaign } from "./campaign-client.ts";
import { CAMPAIGN_STARTED, CampaignForm } from "./campaign-form.ts";
import { after, type CampaignState } from "./campaign-state.ts";
import { CampaignView } from "./campaign-view.ts";
import { NetworkPicker } from "./network-picker.ts";
import { RowDetail } from "./row-detail.ts";
import { VerdictMatrix } from "./verdict-matrix.ts";

/** `<route-test-tab>`: the form, or the campaign that the address names. */
export class RouteTestTab extends HTMLElement implements TabElement {
  readonly #form: CampaignForm = new CampaignForm();
  readonly #view: CampaignView = new CampaignView({
    stop: () => void this.#stop(),
    anew: () => this.#go(null, "new"),
    open: (index) => {
      this.#row = index;
      this.#write("same");
    },
  });
  readonly #setUp: HTMLElement = el("div", {}, this.#form);
  readonly #running: HTMLElement = el("div", { hidden: true }, this.#view);
  #run: string | null = null;
  #row: number | null = null;
  #state: CampaignState | null = null;
  #unfollow: () => void = () => undefined;
  #painting = false;

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#setUp, this.#running);
    this.addEventListener(CAMPAIGN_STARTED, (event) =>
      this.#go((event as CustomEvent<string>).detail, "new"),
    );
  }

  restore(params: ReadonlyMap<string, string>): void {
    const row = Number.parseInt(params.get("row") ?? "", 10);
    this.#row = row >= 1 ? row - 1 : null;
    this.#show(params.get("run") ?? null);
    this.#write("same");
  }

  #go(run: string | null, step: AddressChange["step"]): void {
    this.#row = null;
    this.#show(run);
    this.#write(step);
    if (run !== null) this.querySelector<HTMLElement>(".run-status")?.scrollIntoView({ block: "nearest" });
    else this.querySelector<HTMLElement>("#route-start")?.focus();
  }

  #show(run: string | null): void {
    this.#setUp.hidden = run !== null;
    this.#running.hidden = run === null;
    if (run === null) void this.#form.load();
    if (run !== this.#run) this.#follow(run);
    this.#view.openRow(this.#row);
  }

  #follow(run: string | null): void {
    this.#unfollow();
    this.#unfollow = () => undefined;
    this.#run = run;
    this.#state = null;
    this.#view.clear();
    if (run === null) return;
    this.#unfollow = followCampaign(run, {
      news: (news) => {
        this.#state = after(this.#state, news);
        this.#paint();
      },
      connected: (yes) => {
        if (this.#state?.finished == null)
          this.#view.notice(yes ? null : "The server does not answer. The page asks again by itself.");
      },
      gone: () => {
        this.#unfollow();
        this.#view.lost("The server no longer keeps this test: it keeps the last 20 until it is ended.");
      },
    });
  }

  /** A replay brings a hundred lines at once: they are painted as one. */
  #paint(): void {
    if (this.#painting) return;
    this.#painting = true;
    const run = this.#run;
    setTimeout(() => {
      this.#painting = false;
      if (this.#state !== null && this.#run === run) this.#view.show(this.#state);
      else if (this.#state !== null) this.#paint();
    }, 16);
  }

  async #stop(): Promise<void> {
    const run = this.#run;
    if (run === null) return;
    const answer = await ask(`campaigns/${encodeURIComponent(run)}/stop`, {});
    if (!answer.ok) this.#view.notice(answer.message);
  }

  #write(step: AddressChange["step"]): void {
    const params = new Map<string, string>();
    if (this.#run !== null) {
      params.set("run", encodeURIComponent(this.#run));
      if (this.#row !== null) params.set("row", String(this.#row + 1));
    }
    const detail: AddressChange = { params, step, remember: null };
    this.dispatchEvent(new CustomEvent(ADDRESS_CHANGE, { detail, bubbles: true }));
  }
}

// Children before parents: a parent's connectedCallback makes them.
customElements.define("network-picker", NetworkPicker);
customElements.define("campaign-form", CampaignForm);
customElements.define("verdict-matrix", VerdictMatrix);
customElements.define("row-detail", RowDetail);
customElements.define("campaign-view", CampaignView);
customElements.define("route-test-tab", RouteTestTab);
