create table routing (
    center varchar(6) not null,
    id uuid not null,
    order_id uuid not null,
    round integer not null check (round >= 1),
    team_id uuid not null,
    site varchar(16) not null,
    service varchar(64) not null,
    urgency varchar(16) not null,
    state varchar(16) not null
        check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN', 'HANDED_BACK', 'ENDED')),
    reach varchar(16) not null check (reach in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
    engine varchar(16) not null check (engine in ('ONLINE', 'MANUAL')),
    -- The place of the team's capacity that is held while the state is PROPOSED or ACCEPTED.
    on_date date not null,
    slot integer not null,
    slot_from timestamptz not null,
    slot_to timestamptz not null,
    reason varchar(64),
    note varchar(2000),
    override_reason varchar(2000),
    explanation jsonb not null,
    proposed_at timestamptz not null,
    answer_due_at timestamptz not null,
    answered_at timestamptz,
    updated_at timestamptz not null,
    version integer not null,
    primary key (center, id),
    check (slot_from < slot_to),
    check (state <> 'DECLINED' or reason is not null),
    -- Whoever accepts or declines has answered; what was handed back or has ended was accepted before.
    check ((answered_at is not null) = (state in ('ACCEPTED', 'DECLINED', 'HANDED_BACK', 'ENDED')))
);

create index routing_order on routing (center, order_id, proposed_at);
create index routing_team on routing (center, team_id, updated_at desc, id desc);
create index routing_live_team on routing (center, team_id) where state in ('PROPOSED', 'ACCEPTED');

-- First accept wins, also in an emergency; and nobody is asked twice at once.
create unique index routing_one_accepted on routing (center, order_id) where state = 'ACCEPTED';
create unique index routing_one_live on routing (center, order_id, team_id) where state in ('PROPOSED', 'ACCEPTED');

-- How many routings hold a place of a team's slot on a day. The row is made when the slot is first used.
create table team_capacity (
    center varchar(6) not null,
    team_id uuid not null,
    on_date date not null,
    slot integer not null,
    capacity integer not null check (capacity > 0),
    used integer not null check (used between 0 and capacity),
    primary key (center, team_id, on_date, slot)
);

-- How a team answers, counted here so that a score never counts rows.
create table team_response (
    center varchar(6) not null,
    team_id uuid not null,
    asked integer not null,
    accepted integer not null check (accepted between 0 and asked),
    primary key (center, team_id)
);
