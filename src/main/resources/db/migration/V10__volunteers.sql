-- Organisations, teams, members, volunteers, their certificates and the ledger of their hours.
-- Center first in every key and index: what a query costs depends on one center's rows, not on the province's.

create extension if not exists btree_gist;

create table organisation (
    center varchar(6) not null,
    id uuid not null,
    kind varchar(20) not null check (kind in ('AUTHORITY', 'ENTERPRISE', 'INSTITUTION', 'SOCIAL_ORGANISATION')),
    name varchar(100) not null,
    site varchar(16) not null check (starts_with(site, center)),
    made_at timestamptz not null,
    made_by uuid not null,
    version int not null,
    primary key (center, id),
    constraint organisation_name unique (center, name)
);

create table team (
    center varchar(6) not null,
    id uuid not null,
    name varchar(100) not null,
    site varchar(16) not null check (starts_with(site, center)),
    organisation_id uuid,
    categories varchar(40)[] not null,
    coverage varchar(16)[] not null,
    next_slot int not null,
    state varchar(10) not null check (state in ('ACTIVE', 'SUSPENDED', 'DISSOLVED')),
    reason varchar(500),
    changed_at timestamptz not null,
    changed_by uuid not null,
    version int not null,
    primary key (center, id),
    foreign key (center, organisation_id) references organisation,
    check (state = 'ACTIVE' or reason is not null)
);
-- A dissolved team's name is free again.
create unique index team_name on team (center, name) where state <> 'DISSOLVED';

create table team_slot (
    center varchar(6) not null,
    team_id uuid not null,
    slot int not null check (slot > 0),
    day varchar(9) not null,
    starts time not null,
    ends time not null,
    capacity int not null check (capacity between 1 and 1000),
    primary key (center, team_id, slot),
    foreign key (center, team_id) references team,
    check (starts < ends)
);

-- Which team serves which area in which category: coverage times categories, probed with a site and its ancestors.
create table team_reach (
    center varchar(6) not null,
    area varchar(16) not null check (starts_with(area, center)),
    category varchar(40) not null,
    team_id uuid not null,
    primary key (center, area, category, team_id),
    foreign key (center, team_id) references team
);
create index team_reach_of_team on team_reach (center, team_id);

create table team_member (
    center varchar(6) not null,
    team_id uuid not null,
    account_id uuid not null,
    state varchar(10) not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'LEFT')),
    leader boolean not null,
    expert boolean not null,
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    refusal varchar(20),
    reason varchar(500),
    version int not null,
    primary key (center, team_id, account_id),
    foreign key (center, team_id) references team,
    check (state = 'APPROVED' or not (leader or expert)),
    check (state <> 'REFUSED' or (refusal is not null and reason is not null))
);
create index team_member_of_account on team_member (center, account_id);
create index team_member_leading on team_member (center, team_id) where leader;

-- Keyed by the account, which carries the home center.
create table volunteer (
    center varchar(6) not null,
    id uuid not null,
    name varchar(50) not null,
    born_on date not null,
    sex varchar(6) check (sex in ('FEMALE', 'MALE')),
    site varchar(16) not null check (starts_with(site, center)),
    guardian_name varchar(50),
    guardian_phone varchar(20),
    consent_version int not null,
    -- Where this person is or was in a team: the only centers that are asked for memberships.
    helps_in varchar(6)[] not null,
    registered_at timestamptz not null,
    version int not null,
    primary key (center, id),
    check ((guardian_name is null) = (guardian_phone is null))
);

create table volunteer_availability (
    center varchar(6) not null,
    volunteer_id uuid not null,
    day varchar(9) not null,
    starts time not null,
    ends time not null,
    primary key (center, volunteer_id, day, starts),
    foreign key (center, volunteer_id) references volunteer,
    check (starts < ends)
);

-- An insurance is a certificate of the kind INSURANCE: number, issuer and period are checked alike.
create table certificate (
    center varchar(6) not null,
    id uuid not null,
    volunteer_id uuid not null,
    site varchar(16) not null,
    kind varchar(40) not null,
    number varchar(100) not null,
    issuer varchar(100) not null,
    valid_from date not null,
    valid_until date,
    evidence varchar(1000),
    state varchar(10) not null check (state in ('CLAIMED', 'VERIFIED', 'REFUSED')),
    claimed_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    refusal varchar(20),
    reason varchar(500),
    version int not null,
    primary key (center, id),
    foreign key (center, volunteer_id) references volunteer,
    check (valid_until is null or valid_from <= valid_until),
    check ((state = 'CLAIMED') = (decided_by is null)),
    check (decided_by <> volunteer_id),
    check (state <> 'REFUSED' or (refusal is not null and reason is not null))
);
create unique index certificate_claimed_once on certificate (center, volunteer_id, kind, number, issuer, valid_from)
    where state <> 'REFUSED';
-- The desk of a Center, an Institute or a Station, each in the order of its list.
create index certificate_desk on certificate (center, state, id);
create index certificate_desk_of_institute on certificate (center, state, left(site, 9), id);
create index certificate_desk_of_station on certificate (center, state, left(site, 12), id);
create index certificate_of_volunteer on certificate (center, volunteer_id, id);

-- Verified certificates of approved members, copied to the team's own center: a routing asks hundreds of teams at once.
create table team_expertise (
    center varchar(6) not null,
    team_id uuid not null,
    kind varchar(40) not null,
    account_id uuid not null,
    certificate_id uuid not null,
    valid_from date not null,
    valid_until date,
    primary key (center, team_id, kind, account_id, certificate_id),
    foreign key (center, team_id, account_id) references team_member
);
create index team_expertise_of_account on team_expertise (center, account_id);

-- The ledger of hours, in minutes, at the volunteer's home.
create table volunteer_hours (
    center varchar(6) not null,
    id uuid not null,
    volunteer_id uuid not null,
    visit_id uuid not null,
    site varchar(16) not null,
    kind varchar(10) not null check (kind in ('MEASURED', 'ADDED')),
    from_at timestamptz not null,
    to_at timestamptz not null,
    minutes int not null,
    flagged boolean not null,
    state varchar(10) not null check (state in ('PENDING', 'CONFIRMED', 'ADJUSTED', 'REFUSED')),
    reviewed_at timestamptz,
    reviewed_by uuid,
    first_reviewed_by uuid,
    reason varchar(500),
    disputed_at timestamptz,
    dispute varchar(500),
    version int not null,
    primary key (center, id),
    foreign key (center, volunteer_id) references volunteer,
    check (from_at < to_at),
    check (minutes >= 0 and minutes <= extract(epoch from to_at - from_at) / 60),
    check ((state = 'PENDING') = (reviewed_by is null)),
    check (reviewed_by <> volunteer_id),
    constraint volunteer_hours_never_overlap exclude using gist
        (center with =, volunteer_id with =, tstzrange(from_at, to_at) with &&) where (state <> 'REFUSED')
);
create index volunteer_hours_of_volunteer on volunteer_hours (center, volunteer_id, from_at, id);
