-- Swaps: a volunteer would give the place at a visit to another, who says yes or no, and a leader agrees or not.

create table swap (
    center varchar(6) not null,
    id uuid not null,
    version int not null,
    order_id uuid not null,
    visit_id uuid not null,
    giver uuid not null,
    taker uuid not null,
    state varchar(12) not null check (state in
        ('ASKED', 'ACCEPTED', 'DONE', 'DECLINED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    reason varchar(40),
    accepted_by uuid,
    heard_by varchar(100),
    risks_acknowledged int,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    changed_at timestamptz not null,
    primary key (center, id),
    check (giver <> taker),
    check (state <> 'DECLINED' or reason is not null),
    check ((ended_at is null) = (state in ('ASKED', 'ACCEPTED'))),
    check (state not in ('ACCEPTED', 'DONE') or risks_acknowledged is not null),
    -- Nobody is forced: the other said yes, or somebody by name heard it.
    constraint swap_own_act check (state not in ('ACCEPTED', 'DONE') or accepted_by = taker or heard_by is not null),
    -- Nobody agrees to their own swap.
    constraint swap_agreed_by_another check (state <> 'DONE' or ended_by not in (giver, taker))
);
create unique index swap_one_pending on swap (center, visit_id, giver) where state in ('ASKED', 'ACCEPTED');
create index swap_of_visit on swap (center, visit_id, id);
create index swap_of_giver on swap (center, giver, id);
create index swap_of_taker on swap (center, taker, id);
