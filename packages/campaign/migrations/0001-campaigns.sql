-- Evidence is kept as the text of JSON, not as jsonb: Postgres refuses U+0000 and lone surrogates there, and both
-- occur in what handsets show.

create table smsproof.campaign (
  id text primary key,
  plan text not null,
  created_at timestamptz not null,
  finished_at timestamptz
);

create index campaign_created_at on smsproof.campaign (created_at);

create table smsproof.test (
  campaign text not null references smsproof.campaign (id) on delete cascade,
  index integer not null,
  vendor text not null,
  sender text not null,
  destination text not null,
  message text not null,
  state text not null check (state in (
    'planned', 'creating', 'created', 'sending', 'sent', 'compared', 'missing', 'refused', 'create-unknown',
    'rejected', 'skipped'
  )),
  attempts integer not null default 0,
  -- The vendor's id of the test: no two tests may ever claim the same one.
  vendor_test_id text,
  test text,
  sent_text text,
  sent_at text,
  send text,
  receipt text,
  result text,
  comparison text,
  reason text,
  "check" text,
  updated_at timestamptz not null,
  primary key (campaign, index),
  unique (vendor, vendor_test_id)
);

create table smsproof.event (
  id bigint generated always as identity primary key,
  campaign text not null,
  index integer not null,
  at timestamptz not null,
  event text not null,
  foreign key (campaign, index) references smsproof.test (campaign, index) on delete cascade
);

create index event_campaign on smsproof.event (campaign, id);
