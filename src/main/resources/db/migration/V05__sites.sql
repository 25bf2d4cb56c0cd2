-- Divisions are reference data of the whole installation: no center. A name that changes ends one row and begins another.
create table division (
  code        varchar(12) collate "C" not null,
  valid_from  date        not null,
  valid_until date,
  name        varchar(60) collate "C" not null,
  level       varchar(10) not null,
  parent      varchar(9)  collate "C",
  primary key (code, valid_from),
  check (valid_until > valid_from),
  check (code ~ '^[0-9]+$'),
  check (length(code) = case level when 'PROVINCE' then 2 when 'PREFECTURE' then 4 when 'COUNTY' then 6
                                   when 'TOWNSHIP' then 9 when 'VILLAGE' then 12 end),
  check (parent is not distinct from case level when 'PREFECTURE' then left(code, 2) when 'COUNTY' then left(code, 4)
                                                when 'TOWNSHIP' then left(code, 6) when 'VILLAGE' then left(code, 9) end)
);
create unique index division_valid on division (code) where valid_until is null;
create index division_children on division (parent, code) where valid_until is null;
create index division_level on division (level, code) where valid_until is null;
create index division_name on division (name, code) where valid_until is null;

create table site (
  center           varchar(6)  not null,
  code             varchar(16) collate "C" not null,
  level            varchar(10) not null,
  name             varchar(60) not null,
  parent           varchar(12) collate "C",
  mode             varchar(10) not null,
  zone             varchar(40),
  address          varchar(200),
  opening          varchar(120),
  opened_at        timestamptz not null,
  version          integer     not null,
  primary key (center, code),
  foreign key (center, parent) references site (center, code),
  check (left(code, 6) = center),
  check (code ~ case level when 'CENTER' then '^[0-9]{6}$' when 'INSTITUTE' then '^[0-9]{9}$'
                           when 'STATION' then '^[0-9]{12}$' when 'POINT' then '^([0-9]{3}){2,4}-[0-9]{3}$' end),
  check ((parent is null) = (level = 'CENTER')),
  check (code like parent || '%' and code <> parent),
  check (zone is null or level = 'CENTER'),
  check (mode in ('NORMAL', 'EMERGENCY'))
);
create index site_children on site (center, parent, code);
create index site_centers on site (center) where parent is null;

-- The version of what a Center, or the installation (center 000000), says about its hours and days.
create table service_calendar (
  center  varchar(6) primary key,
  version integer    not null
);

-- Opening hours by weekday (1 is Monday); center 000000 holds the installation's, for Centers that have none of their own.
create table service_hours (
  center  varchar(6) not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens   time     not null,
  closes  time     not null,
  primary key (center, weekday),
  check (opens < closes)
);

-- Days that differ from their weekday: holidays and make-up working days; without hours the usual ones.
create table service_day (
  center varchar(6) not null,
  day    date    not null,
  open   boolean not null,
  opens  time,
  closes time,
  note   varchar(60),
  primary key (center, day),
  check ((opens is null) = (closes is null)),
  check (opens < closes),
  check (open or opens is null)
);
