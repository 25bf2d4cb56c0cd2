-- Visits of prepared orders, who comes to them, and when people are taken.

create extension if not exists btree_gist;

create table visit (
    center varchar(6) not null,
    id uuid not null,
    version int not null,
    order_id uuid not null,
    round int not null,
    plan_version int not null,
    number int not null check (number >= 1),
    team uuid not null,
    resident uuid not null,
    service varchar(40) not null,
    site varchar(16) not null check (starts_with(site, center)),
    urgency varchar(10) not null check (urgency in ('PLANNED', 'NORMAL', 'URGENT', 'EMERGENCY')),
    insurance boolean not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    needed int not null check (needed >= 1),
    taken int not null,
    state varchar(20) not null check (state in
        ('PLANNED', 'OPEN', 'DONE', 'PARTLY_DONE', 'NOBODY_HOME', 'REFUSED_AT_DOOR', 'UNSAFE', 'CANCELLED')),
    lead uuid,
    code varchar(6) not null,
    asked_at timestamptz,
    report varchar(2000),
    reported_at timestamptz,
    reported_by uuid,
    report_overdue boolean not null,
    planned_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (center, id),
    constraint visit_of_plan unique (center, order_id, plan_version, number),
    check (from_at < to_at),
    constraint visit_places check (taken between 0 and needed),
    check ((reported_at is null) = (state in ('PLANNED', 'OPEN', 'CANCELLED')))
);
-- The open pool: what still lacks somebody, the soonest first.
create index visit_pool on visit (center, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;

create table attendance (
    center varchar(6) not null,
    id uuid not null,
    version int not null,
    visit_id uuid not null,
    volunteer uuid not null,
    state varchar(12) not null check (state in
        ('EXPECTED', 'CHECKED_IN', 'CHECKED_OUT', 'WITHDRAWN', 'RELEASED', 'SUPERSEDED', 'NO_SHOW', 'EXCUSED')),
    minor boolean not null,
    joined_at timestamptz not null,
    joined_by uuid not null,
    heard_by varchar(100),
    late boolean not null,
    reason varchar(40),
    checked_in_at timestamptz,
    checked_in_device_at timestamptz,
    checked_out_at timestamptz,
    checked_out_device_at timestamptz,
    closed boolean,
    missed_at timestamptz,
    disputed_at timestamptz,
    dispute varchar(2000),
    decided_at timestamptz,
    decided_by uuid,
    changed_at timestamptz not null,
    primary key (center, id),
    foreign key (center, visit_id) references visit,
    -- No attendance without an act of that volunteer, or somebody by name who heard the consent.
    constraint attendance_own_act check (joined_by = volunteer or heard_by is not null),
    check ((checked_in_at is null) = (state not in ('CHECKED_IN', 'CHECKED_OUT'))),
    check ((checked_out_at is null) = (state <> 'CHECKED_OUT'))
);
create index attendance_of_visit on attendance (center, visit_id);
create unique index attendance_once on attendance (center, visit_id, volunteer)
    where state in ('EXPECTED', 'CHECKED_IN', 'CHECKED_OUT');
create index attendance_mine on attendance (center, volunteer);

-- When somebody is taken, kept in the volunteer's home center whichever center the visit is in: clashes and caps are
-- counted at home.
create table engagement (
    center varchar(6) not null,
    attendance_id uuid not null,
    volunteer uuid not null,
    visit_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    active boolean not null,
    primary key (center, attendance_id),
    constraint engagement_one_place_at_a_time exclude using gist
        (center with =, volunteer with =, tstzrange(from_at, to_at) with &&) where (active)
);
create index engagement_of_volunteer on engagement (center, volunteer, from_at);
