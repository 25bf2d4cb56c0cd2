-- Fair offers: how people answered and were asked of late, what they do not want, and the waves that widen.

-- What a volunteer does not want to be asked for; kept at home.
create table volunteer_unwanted (
    center varchar(6) not null,
    volunteer_id uuid not null,
    kind varchar(8) not null check (kind in ('SERVICE', 'CATEGORY')),
    code varchar(40) not null,
    -- Said by declining an offer it holds for a while, said as a preference until it is taken back.
    until_at timestamptz,
    primary key (center, volunteer_id, kind, code),
    foreign key (center, volunteer_id) references volunteer
);
insert into volunteer_unwanted (center, volunteer_id, kind, code, until_at)
select v.center, v.id, 'SERVICE', o.service, max(o.answered_at) + interval '180 days'
from offer o join volunteer v on v.id = o.volunteer
where o.reason = 'NOT_THIS_KIND' group by v.center, v.id, o.service;

-- A sample of those whose home lies in an area: right(id) is as good as drawn by lot.
create index volunteer_in_county on volunteer (center, right(id::text, 8));
create index volunteer_in_township on volunteer (center, left(site, 9), right(id::text, 8));
create index volunteer_in_village on volunteer (center, left(site, 12), right(id::text, 8));
create index certificate_in_county on certificate (center, kind, right(volunteer_id::text, 8)) where state = 'VERIFIED';
create index certificate_in_township on certificate (center, kind, left(site, 9), right(volunteer_id::text, 8))
    where state = 'VERIFIED';
create index certificate_in_village on certificate (center, kind, left(site, 12), right(volunteer_id::text, 8))
    where state = 'VERIFIED';

-- The way between two visits takes time.
alter table engagement add column site varchar(16);
update engagement e set site = v.site from visit v where v.id = e.visit_id;
alter table engagement alter column site set not null;

-- How far around volunteers are asked for a visit, and when a place was last taken.
alter table visit
    add column wave varchar(10) not null default 'TEAM' check (wave in ('TEAM', 'STATION', 'TOWNSHIP', 'COUNTY')),
    add column place_taken_at timestamptz;
create index visit_asked on visit (center, asked_at) where asked_at is not null;

-- Each wave of a visit. Its timer has the wave's id for subject, so that nobody waits for one that is firing.
create table offer_wave (
    center varchar(6) not null,
    id uuid not null,
    visit_id uuid not null,
    wave varchar(10) not null check (wave in ('TEAM', 'STATION', 'TOWNSHIP', 'COUNTY')),
    because varchar(20) not null check (because in ('SOUGHT', 'NOBODY_LEFT', 'TIME', 'LATE_DROP_OUT')),
    since_at timestamptz not null,
    step int not null,
    number int not null check (number >= 1),
    begun_at timestamptz not null,
    primary key (center, id),
    constraint offer_wave_number unique (center, visit_id, number)
);

alter table offer
    -- Why this volunteer was asked.
    add column reasons varchar(20)[] not null default '{}',
    -- Why nothing came of it, without the volunteer's doing.
    add column ended_by varchar(20),
    add constraint offer_superseded_by check (ended_by is null or state = 'SUPERSEDED');
create index offer_made on offer (center, made_at);

-- What somebody was asked for and how it ended, whichever center asks: kept at home, where the caps are counted.
create table volunteer_ask (
    center varchar(6) not null,
    offer_id uuid not null,
    volunteer uuid not null,
    visit_id uuid not null,
    claimed boolean not null,
    state varchar(12) not null check (state in
        ('OPEN', 'WAITLISTED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED')),
    made_at timestamptz not null,
    primary key (center, offer_id)
);
create index volunteer_ask_of_late on volunteer_ask (center, volunteer, made_at);
insert into volunteer_ask (center, offer_id, volunteer, visit_id, claimed, state, made_at)
select v.center, o.id, o.volunteer, o.visit_id, o.claimed, o.state, o.made_at
from offer o join volunteer v on v.id = o.volunteer;

-- How somebody answers when asked, counted so that a ranking never counts rows.
create table volunteer_response (
    center varchar(6) not null,
    volunteer uuid not null,
    asked int not null,
    accepted int not null check (accepted between 0 and asked),
    primary key (center, volunteer)
);
insert into volunteer_response (center, volunteer, asked, accepted)
select center, volunteer, count(*), count(*) filter (where state = 'ACCEPTED') from volunteer_ask
where not claimed and state in ('ACCEPTED', 'DECLINED', 'EXPIRED') group by center, volunteer;
