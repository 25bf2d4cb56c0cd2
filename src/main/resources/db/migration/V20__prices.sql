-- What places of teams are worth to later orders: duals of the exact plan of a past period, learned all at once.
create table price_learning (
    center varchar(6) not null,
    learned_at timestamptz not null,
    period_from timestamptz not null,
    period_until timestamptz not null,
    source varchar(16) not null check (source in ('SCHEDULE', 'QUEUE_DEPTH')),
    orders integer not null check (orders >= 0),
    matched integer not null check (matched between 0 and orders),
    primary key (center),
    check (period_from < period_until)
);

-- A slot that has no row has no price. The number is that of the team's weekly slot, whatever the date.
create table slot_price (
    center varchar(6) not null,
    team_id uuid not null,
    slot integer not null,
    points integer not null check (points > 0),
    -- Since when there has been a price without a break, and how often it has made the program ask another team.
    since_at timestamptz not null,
    decided bigint not null check (decided >= 0),
    primary key (center, team_id, slot),
    foreign key (center) references price_learning
);

-- Which orders a period had.
create index routing_proposed on routing (center, proposed_at);
