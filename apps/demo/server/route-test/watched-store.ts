import type { CampaignStore, TestState } from "@smsproof/campaign";

/** Hears of each state once it is written: also of those that no event tells of, `creating` and `sending`. */
export type StateListener = (index: number, state: TestState, at: string) => void;

/** The same store, which also says what is written. */
export function watchSteps(store: CampaignStore, listener: StateListener): CampaignStore {
  return {
    ...store,
    async step(campaign, index, step, at) {
      await store.step(campaign, index, step, at);
      listener(index, step.to, at);
    },
  };
}
