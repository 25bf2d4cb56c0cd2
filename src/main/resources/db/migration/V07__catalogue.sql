-- The catalogue is reference data of the whole installation; menus and time limits belong to a Center.
create table category (
  code  varchar(40) primary key,
  zh    varchar(60) not null,
  en    varchar(60) not null,
  place integer     not null
);

create table certificate_kind (
  code varchar(40) primary key check (code ~ '^[A-Z][A-Z_]+$'),
  zh   varchar(60) not null,
  en   varchar(60) not null
);

-- A service is read whole and from memory, so it is kept whole: org.diandan.catalogue.ServiceItem tells what it holds.
create table service_item (
  code     varchar(40) collate "C" primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  category varchar(40) not null references category (code),
  active   boolean     not null,
  content  jsonb       not null check (jsonb_typeof(content) = 'object'),
  version  integer     not null
);

-- Every text of risks that was ever told, so that what somebody acknowledged by its version can be shown again.
create table service_risk (
  service    varchar(40) collate "C" not null references service_item (code),
  version    integer     not null check (version > 0),
  risk_class varchar(10) not null check (risk_class in ('LOW', 'RAISED', 'HIGH')),
  zh         varchar(2000) not null,
  en         varchar(2000) not null,
  primary key (service, version)
);

-- What a site says about a service; a site that says nothing offers what the one above it offers.
create table menu_entry (
  center  varchar(6)  not null,
  site    varchar(16) not null,
  service varchar(40) collate "C" not null references service_item (code),
  offered boolean,
  version integer     not null,
  primary key (center, site, service),
  check (left(site, 6) = center)
);

-- Empty service or site: holds for all that have no row of their own; center 000000 is the installation.
create table time_limit (
  center      varchar(6)   not null,
  site        varchar(16)  not null,
  service     varchar(40)  collate "C" not null,
  time_limit  varchar(30)  not null,
  urgency     varchar(10)  not null check (urgency in ('PLANNED', 'NORMAL', 'URGENT', 'EMERGENCY')),
  steps       varchar(100) not null check (steps ~ '^P[0-9DTHMS]+( P[0-9DTHMS]+)*$'),
  clock       varchar(10)  not null check (clock in ('WALL', 'SERVICE')),
  quiet_from  time,
  quiet_until time,
  version     integer      not null,
  primary key (center, site, service, time_limit, urgency),
  check (center = case site when '' then '000000' else left(site, 6) end),
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_until < quiet_from)
);
