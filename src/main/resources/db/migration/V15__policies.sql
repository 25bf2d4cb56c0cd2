-- What each Center decided about its matching. Insert only: a decision that was made by a version names it for ever.
-- Version 0, the standard, is the program's (org.diandan.policies.Rules) and has no row.
create table policy (
  center     varchar(6)    not null,
  version    integer       not null check (version > 0),
  rules      jsonb         not null check (jsonb_typeof(rules) = 'object'),
  reason     varchar(2000) not null check (btrim(reason) <> ''),
  decided_by uuid          not null,
  decided_at timestamptz   not null,
  primary key (center, version)
);
