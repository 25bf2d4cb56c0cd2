-- Offers of places at visits to volunteers.

create table offer (
    center varchar(6) not null,
    id uuid not null,
    version int not null,
    order_id uuid not null,
    visit_id uuid not null,
    volunteer uuid not null,
    team uuid not null,
    service varchar(40) not null,
    site varchar(16) not null check (starts_with(site, center)),
    state varchar(12) not null check (state in
        ('OPEN', 'WAITLISTED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED')),
    claimed boolean not null,
    reason varchar(40),
    heard_by varchar(100),
    risks_acknowledged int,
    made_at timestamptz not null,
    expires_at timestamptz,
    answered_at timestamptz,
    answered_by uuid,
    changed_at timestamptz not null,
    primary key (center, id),
    check ((state = 'ACCEPTED') = (risks_acknowledged is not null)),
    check (state <> 'DECLINED' or reason is not null),
    check (state <> 'OPEN' or expires_at is not null),
    -- Nobody is forced: an acceptance is the volunteer's own, or somebody by name heard it.
    constraint offer_own_act check (state <> 'ACCEPTED' or answered_by = volunteer or heard_by is not null)
);
create unique index offer_once on offer (center, visit_id, volunteer) where state in ('OPEN', 'WAITLISTED');
create index offer_of_visit on offer (center, visit_id, made_at, id);
create index offer_mine on offer (center, volunteer, made_at, id);

-- In which other centers somebody was ever asked, at home: the only ones that are looked into for their offers.
create table offer_elsewhere (
    center varchar(6) not null,
    volunteer uuid not null,
    offering_center varchar(6) not null,
    primary key (center, volunteer, offering_center)
);
