import { CampaignError } from "../errors/campaign-error.ts";
import type { CampaignEvent } from "../run/campaign-event.ts";
import { freshRecord, type TestChange, type TestRecord } from "../run/test-record.ts";
import type { CampaignStore, StoredCampaign } from "./campaign-store.ts";

interface Kept {
  campaign: StoredCampaign;
  readonly tests: Map<number, TestRecord>;
  readonly events: CampaignEvent[];
}

/** A store that keeps nothing beyond the process: for tests of one's own, and for a run that nobody resumes. */
export function createMemoryStore(): CampaignStore {
  const kept = new Map<string, Kept>();
  const locks = new Set<string>();

  function of(campaign: string): Kept {
    const found = kept.get(campaign);
    if (found === undefined) throw new CampaignError("STORE_FAILED", `no campaign ${campaign} is stored`);
    return found;
  }

  function change(campaign: string, index: number, changes: TestChange): TestRecord {
    const { tests } = of(campaign);
    const record = tests.get(index);
    if (record === undefined)
      throw new CampaignError("STORE_FAILED", `campaign ${campaign} has no test ${index}`);
    // As the databases do it: what is null or absent changes nothing.
    const given = Object.entries(changes).filter(([, value]) => value !== undefined && value !== null);
    const changed: TestRecord = { ...record, ...copy(Object.fromEntries(given)) };
    tests.set(index, changed);
    return changed;
  }

  return {
    async lock(campaign) {
      if (locks.has(campaign)) return null;
      locks.add(campaign);
      return { lost: new AbortController().signal, release: async () => void locks.delete(campaign) };
    },
    async campaign(id) {
      const found = kept.get(id);
      return found === undefined ? null : copy(found.campaign);
    },
    async campaigns(limit = 100) {
      const all = [...kept.values()].map(({ campaign }) => copy(campaign));
      return all.sort(newestFirst).slice(0, limit);
    },
    async begin(id, plan, tests, at) {
      if (kept.has(id)) return;
      kept.set(id, {
        campaign: copy({ id, plan, createdAt: at, finishedAt: null }),
        tests: new Map(tests.map((planned) => [planned.index, copy(freshRecord(planned, at))])),
        events: [],
      });
    },
    async tests(campaign) {
      return [...(kept.get(campaign)?.tests.values() ?? [])].map(copy);
    },
    async step(campaign, index, step, at) {
      const record = of(campaign).tests.get(index);
      if (record?.state !== step.from)
        throw new CampaignError(
          "STORE_CONFLICT",
          `test ${index} of campaign ${campaign} is not in state ${step.from}: another process moved it`,
        );
      const changed = change(campaign, index, step.change ?? {});
      of(campaign).tests.set(index, { ...changed, state: step.to, updatedAt: at });
      if (step.event !== undefined) of(campaign).events.push(copy(step.event));
    },
    async note(event, changes = {}) {
      change(event.campaign, event.index, changes);
      of(event.campaign).events.push(copy(event));
    },
    async events(campaign) {
      return (kept.get(campaign)?.events ?? []).map(copy);
    },
    async finish(campaign, at) {
      const found = of(campaign);
      found.campaign = { ...found.campaign, finishedAt: found.campaign.finishedAt ?? at };
    },
    async query({ campaign, since, until, limit = 100_000 }) {
      const chosen = [...kept.values()]
        .filter(({ campaign: { id, createdAt } }) => {
          const begun = Date.parse(createdAt);
          return (
            (campaign === undefined || id === campaign) &&
            (since === undefined || begun >= Date.parse(since)) &&
            (until === undefined || begun < Date.parse(until))
          );
        })
        .sort((a, b) => newestFirst(b.campaign, a.campaign))
        .flatMap(({ campaign: { id }, tests }) =>
          [...tests.values()].map((record) => ({ campaign: id, record: copy(record) })),
        );
      return limit === 0 ? [] : chosen.slice(-limit);
    },
    close: async () => undefined,
  };
}

function newestFirst(a: StoredCampaign, b: StoredCampaign): number {
  return b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id);
}

/** Through JSON, as the databases do it: nothing is shared with whoever handed it over. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
