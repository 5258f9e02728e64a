import { CampaignError } from "../errors/campaign-error.ts";
import type { CampaignEvent } from "../run/campaign-event.ts";
import type { TestChange } from "../run/test-record.ts";
import type { CampaignStore, StoredCampaign, TestStep } from "./campaign-store.ts";
import type { Database, Row } from "./database.ts";
import { migrate } from "./migrate.ts";
import { isoOf, recordOf, textOf } from "./test-row.ts";

const COLUMNS = `campaign, index, vendor, sender, destination, message, state, attempts, test, sent_text, sent_at,
  send, receipt, result, comparison, reason, "check", updated_at`;

/** Writes the test and the event in one statement: both are there after a crash, or neither. */
const STEP = `
  with moved as (
    update smsproof.test set
      state = $4,
      updated_at = $5,
      attempts = coalesce($6::integer, attempts),
      vendor_test_id = coalesce($7::text, vendor_test_id),
      test = coalesce($8::text, test),
      sent_text = coalesce($9::text, sent_text),
      sent_at = coalesce($10::text, sent_at),
      send = coalesce($11::text, send),
      receipt = coalesce($12::text, receipt),
      result = coalesce($13::text, result),
      comparison = coalesce($14::text, comparison),
      reason = coalesce($15::text, reason),
      "check" = coalesce($16::text, "check")
    where campaign = $1 and index = $2 and state = $3
    returning campaign, index
  ), noted as (
    insert into smsproof.event (campaign, index, at, event)
    select campaign, index, $5, $17::text from moved where $17::text is not null
  )
  select count(*)::integer as moved from moved`;

const NOTE = `
  with kept as (
    update smsproof.test set
      receipt = coalesce($4::text, receipt),
      result = coalesce($5::text, result),
      comparison = coalesce($6::text, comparison)
    where campaign = $1 and index = $2
  )
  insert into smsproof.event (campaign, index, at, event) values ($1, $2, $3, $7)`;

const BEGIN = `
  with begun as (
    insert into smsproof.campaign (id, plan, created_at) values ($1, $2, $3)
    on conflict (id) do nothing
    returning id
  )
  insert into smsproof.test (campaign, index, vendor, sender, destination, message, state, updated_at)
  select begun.id, planned.index, planned.vendor, planned.sender, planned.destination, planned.message, 'planned', $3
  from begun, unnest($4::integer[], $5::text[], $6::text[], $7::text[], $8::text[])
    as planned (index, vendor, sender, destination, message)`;

const DEFAULT_LIMIT = 100_000;

/** A store on any database of the port. Brings it up to date first. */
export async function createSqlStore(database: Database): Promise<CampaignStore> {
  await migrate(database);
  return {
    lock: (campaign) => database.tryLock(`smsproof campaign ${campaign}`),
    async campaign(id) {
      const [row] = await database.query("select * from smsproof.campaign where id = $1", [id]);
      return row === undefined ? null : campaignOf(row);
    },
    async campaigns(limit = 100) {
      const rows = await database.query(
        "select * from smsproof.campaign order by created_at desc, id limit $1",
        [limit],
      );
      return rows.map(campaignOf);
    },
    async begin(id, plan, tests, at) {
      await database.query(BEGIN, [
        id,
        JSON.stringify(plan),
        at,
        tests.map(({ index }) => index),
        tests.map(({ vendor }) => vendor),
        tests.map(({ sender }) => sender),
        tests.map(({ destination }) => JSON.stringify(destination)),
        tests.map(({ message }) => JSON.stringify(message)),
      ]);
    },
    async tests(campaign) {
      const rows = await database.query(
        `select ${COLUMNS} from smsproof.test where campaign = $1 order by index`,
        [campaign],
      );
      return rows.map(recordOf);
    },
    async step(campaign, index, step, at) {
      const [row] = await database.query(STEP, stepValues(campaign, index, step, at));
      if (row?.["moved"] !== 1)
        throw new CampaignError(
          "STORE_CONFLICT",
          `test ${index} of campaign ${campaign} is not in state ${step.from}: another process moved it`,
        );
    },
    async note(event, change = {}) {
      await database.query(NOTE, [
        event.campaign,
        event.index,
        event.at,
        json(change.receipt),
        json(change.result),
        json(change.comparison),
        JSON.stringify(event),
      ]);
    },
    async events(campaign) {
      const rows = await database.query("select event from smsproof.event where campaign = $1 order by id", [
        campaign,
      ]);
      return rows.map((row) => JSON.parse(textOf(row, "event")) as CampaignEvent);
    },
    async finish(campaign, at) {
      await database.query(
        "update smsproof.campaign set finished_at = coalesce(finished_at, $2) where id = $1",
        [campaign, at],
      );
    },
    async query({ campaign, since, until, limit = DEFAULT_LIMIT }) {
      const rows = await database.query(
        `select ${COLUMNS} from (
           select t.*, c.created_at from smsproof.test t join smsproof.campaign c on c.id = t.campaign
           where ($1::text is null or t.campaign = $1)
             and ($2::timestamptz is null or c.created_at >= $2)
             and ($3::timestamptz is null or c.created_at < $3)
           order by c.created_at desc, t.campaign desc, t.index desc limit $4
         ) newest order by created_at, campaign, index`,
        [campaign ?? null, since ?? null, until ?? null, limit],
      );
      return rows.map((row) => ({ campaign: textOf(row, "campaign"), record: recordOf(row) }));
    },
    close: () => database.close(),
  };
}

function stepValues(
  campaign: string,
  index: number,
  { from, to, change = {}, event }: TestStep,
  at: string,
): readonly unknown[] {
  const { attempts, test, sentText, sentAt, send, receipt, result, comparison, reason, check }: TestChange =
    change;
  return [
    campaign,
    index,
    from,
    to,
    at,
    attempts ?? null,
    test?.id ?? null,
    json(test),
    // A JSON string, since the text may hold what a text column does not.
    json(sentText),
    sentAt ?? null,
    json(send),
    json(receipt),
    json(result),
    json(comparison),
    json(reason),
    json(check),
    event === undefined ? null : JSON.stringify(event),
  ];
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function campaignOf(row: Row): StoredCampaign {
  return {
    id: textOf(row, "id"),
    plan: JSON.parse(textOf(row, "plan")),
    createdAt: isoOf(row["created_at"]) ?? "",
    finishedAt: isoOf(row["finished_at"]),
  };
}
