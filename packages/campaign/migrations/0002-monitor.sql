-- What a route did last, so that a change can be told; and alerts, written before they are posted.

create table smsproof.route_state (
  route text not null,
  network text not null,
  verdict text not null,
  latency_seconds double precision,
  late boolean not null,
  campaign text not null,
  at timestamptz not null,
  primary key (route, network)
);

create table smsproof.alert (
  id bigint generated always as identity primary key,
  campaign text not null,
  route text not null,
  network text not null,
  kind text not null check (kind in ('verdict', 'latency')),
  alert text not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  -- A job that runs twice raises an alert once.
  unique (campaign, route, network, kind)
);
