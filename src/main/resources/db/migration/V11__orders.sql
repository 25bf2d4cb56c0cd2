create table orders (
  center            varchar(6)  not null,
  id                uuid        not null,
  version           int         not null,
  number            varchar(20) not null,
  state             varchar(20) not null check (state in ('SUBMITTED', 'NEEDS_INFO', 'ROUTING', 'PREPARING', 'OFFERED',
                      'SCHEDULED', 'IN_SERVICE', 'AWAITING_RATING', 'CLOSED', 'ON_HOLD', 'REJECTED', 'UNFULFILLED',
                      'CANCELLED', 'MERGED')),
  held_from         varchar(20),
  round             int         not null check (round >= 1),
  revision          int         not null,
  service           varchar(64) not null,
  site              varchar(16) collate "C" not null,
  urgency           varchar(10) not null,
  channel           varchar(20) not null,
  words             varchar(2000) not null,
  answers           jsonb       not null,
  wished_from       timestamptz,
  wished_to         timestamptz,
  risks_version     int         not null,
  resident          uuid        not null,
  requester         uuid        not null,
  placed_as         varchar(20) not null,
  team              uuid,
  routing           uuid,
  previous_team     uuid,
  excluded_teams    uuid[]      not null,
  time_agreed       boolean     not null,
  refused_by        uuid,
  refused_area      varchar(16),
  refused_at        timestamptz,
  appealed          boolean,
  merged_into       uuid,
  transferred_from  uuid,
  transferred_to    uuid,
  review_on         date,
  ended_at          timestamptz,
  result            varchar(12),
  due_at            timestamptz not null,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  primary key (center, id),
  unique (center, number),
  check (site like center || '%'),
  check ((state = 'ON_HOLD') = (held_from is not null)),
  check ((state = 'MERGED') = (merged_into is not null)),
  check (state not in ('PREPARING', 'OFFERED', 'SCHEDULED', 'IN_SERVICE') or team is not null),
  check (state <> 'SCHEDULED' or time_agreed),
  check (result is null or state = 'CLOSED')
);

-- The board, for each level that can look at it: what is open, the most pressing first. An index for a range of sites
-- would serve all levels, but rows would have to be sorted then, the more the older the table.
create index orders_open_center on orders (center, due_at, id)
  where state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED');
create index orders_open_township on orders (center, left(site, 9), due_at, id)
  where state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED');
create index orders_open_village on orders (center, left(site, 12), due_at, id)
  where state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED');
-- The same of what changed, for those who poll.
create index orders_changed_center on orders (center, changed_at, id);
create index orders_changed_township on orders (center, left(site, 9), changed_at, id);
create index orders_changed_village on orders (center, left(site, 12), changed_at, id);
-- The same need of the same resident.
create index orders_similar on orders (center, resident, service);
create index orders_merged on orders (center, merged_into) where merged_into is not null;

create table order_entry (
  center    varchar(6)   not null,
  order_id  uuid         not null,
  id        uuid         not null,
  machine   varchar(10)  not null,
  subject   uuid         not null,
  action    varchar(30)  not null,
  from_state varchar(20),
  to_state  varchar(20)  not null,
  actor     uuid,
  part      varchar(20),
  for_whom  uuid,
  reason    varchar(40),
  words     varchar(2000),
  round     int          not null,
  at        timestamptz  not null,
  primary key (center, order_id, id),
  foreign key (center, order_id) references orders (center, id)
);

create table order_party (
  center    varchar(6)  not null,
  order_id  uuid        not null,
  kind      varchar(10) not null,
  party     uuid        not null,
  from_at   timestamptz not null,
  until_at  timestamptz,
  primary key (center, order_id, kind, party, from_at),
  foreign key (center, order_id) references orders (center, id)
);
create unique index order_party_now on order_party (center, order_id, kind, party) where until_at is null;
-- My orders, the newest first: an order's id begins with its time.
create index order_party_mine on order_party (center, party, order_id);

create table preparation (
  center        varchar(6)  not null,
  order_id      uuid        not null,
  revision      int         not null,
  round         int         not null,
  version       int         not null,
  expert        uuid,
  visits        jsonb       not null,
  risk_class    varchar(10),
  checked       varchar(64)[] not null,
  note          varchar(2000),
  signed_off_by uuid,
  signed_off_at timestamptz,
  created_at    timestamptz not null,
  primary key (center, order_id, revision),
  foreign key (center, order_id) references orders (center, id),
  check ((signed_off_by is null) = (signed_off_at is null))
);

create table rating (
  center      varchar(6)  not null,
  order_id    uuid        not null,
  round       int         not null,
  version     int         not null,
  score       int         not null check (score between 1 and 5),
  words       varchar(1000),
  team        uuid        not null,
  rated_by    uuid        not null,
  part        varchar(20) not null,
  heard_from  varchar(100),
  rated_at    timestamptz not null,
  changed_at  timestamptz not null,
  primary key (center, order_id, round),
  foreign key (center, order_id) references orders (center, id)
);
create index rating_team on rating (center, team);

create table order_photo (
  center    varchar(6)  not null,
  order_id  uuid        not null,
  id        uuid        not null,
  round     int         not null,
  format    varchar(10) not null,
  bytes     bytea       not null,
  taken_by  uuid        not null,
  at        timestamptz not null,
  primary key (center, order_id, id),
  foreign key (center, order_id) references orders (center, id)
);

-- The next free number of a Center and month; instances take them in blocks, gaps are fine.
create table order_number (
  center varchar(6) not null,
  month  varchar(4) not null,
  next   int        not null,
  primary key (center, month)
);
