-- Since when a team is sought for an order, and whether it waits for one. The row lives as long as the search.
create table order_search (
  center       varchar(6)  not null,
  order_id     uuid        not null,
  site         varchar(16) not null,
  category     varchar(40) not null,
  urgency      varchar(16) not null,
  begun_at     timestamptz not null,
  -- Since when every team that may be asked is kept for orders that are worth more.
  waiting_from timestamptz,
  worth        integer     not null,
  -- The best team's points when it was looked last; below the worth's negative.
  best_score   integer,
  primary key (center, order_id),
  check (starts_with(site, center))
);
-- Who waits, what is worth most first.
create index order_search_waiting on order_search (center, worth desc, order_id) where waiting_from is not null;

-- Each decision about an order's team with what it was made of, so that it can be made again. Insert only.
create table routing_decision (
  center     varchar(6)  not null,
  id         uuid        not null,
  order_id   uuid        not null,
  round      integer     not null,
  site       varchar(16) not null,
  category   varchar(40) not null,
  decided_at timestamptz not null,
  policy     integer     not null check (policy >= 0),
  engine     varchar(16) not null check (engine in ('ONLINE', 'REPLAN', 'MANUAL')),
  outcome    varchar(16) not null check (outcome in ('ASKED', 'WAITS', 'NOBODY')),
  -- Who was asked, and whom the ranking had first: not the same where a dispatcher chose.
  team_id    uuid,
  first_team uuid,
  routing_id uuid,
  worth      integer     not null,
  explanation jsonb      not null,
  -- With what the worth was made of. Sensitive: that is for auditors alone.
  inputs     jsonb       not null,
  primary key (center, id),
  check ((outcome = 'ASKED') = (team_id is not null and routing_id is not null))
);
create index routing_decision_order on routing_decision (center, order_id, id);
create index routing_decision_time on routing_decision (center, decided_at, id);
create index routing_decision_routing on routing_decision (center, routing_id) where routing_id is not null;

alter table routing drop constraint routing_engine_check;
alter table routing add constraint routing_engine_check check (engine in ('ONLINE', 'REPLAN', 'MANUAL'));

-- What was explained before orders had a worth and slots a price.
update routing set explanation = '{"worth": 0, "price": 0, "provisos": []}'::jsonb || explanation;
