-- What a busy county has in its tables, beside the demo that is planted already (Boxing county 371625, twenty-five
-- Stations below 371625003): 20,000 residents, 100,000 orders of which every fifth is open, and the people who make
-- requests: 200 residents and 40 dispatchers, who sign in by password. Ids carry the center as org.diandan.shared.Ids
-- makes them, and a number that the load and the scripts of pgbench can count.

create function bench_id(kind text, n bigint) returns uuid immutable language sql
return ('019a00' || kind || '-0000-75ab-aa40-' || lpad(n::text, 12, '0'))::uuid;

create temporary table station as
select row_number() over (order by code) - 1 as place, code from site where center = '371625' and code like '371625003___';

-- aa residents' accounts, bb dispatchers' accounts
insert into account (center, id, name, phone, state, created_at, version)
select '371625', bench_id(kind, n), case kind when 'aa' then '居民' else '调度员' end || n, null, 'ACTIVE', now(), 0
from (values ('aa', 200), ('bb', 40)) as people (kind, many), generate_series(1, many) n;

insert into login (kind, value, center, account)
select 'NAME', case kind when 'aa' then 'bench-resident-' else 'bench-dispatcher-' end || n, '371625', bench_id(kind, n)
from (values ('aa', 200), ('bb', 40)) as people (kind, many), generate_series(1, many) n;

-- Everybody has the demo's password.
insert into password (center, account, hash, changed_at)
select '371625', login.account, known.hash, now()
from login, password known
join login demo on demo.kind = 'NAME' and demo.value = 'dispatcher-boxing' and known.account = demo.account
where login.value like 'bench-%';

insert into account_grant (center, account, role, scope, granted_at)
select '371625', bench_id('aa', n), 'RESIDENT', '', now() from generate_series(1, 200) n
union all
select '371625', bench_id('bb', n), 'DISPATCHER', '371625', now() from generate_series(1, 40) n;

-- cc residents: the first 200 have the accounts; SQL has no key to seal with, so all have the phone of one of the demo
insert into resident (center, id, account, site, name, phone, phone_mark, address, created_at, version)
select '371625', bench_id('cc', n), case when n <= 200 then bench_id('aa', n) end, code,
  '居民' || n, known.phone, known.phone_mark, known.address, now(), 0
from generate_series(1, 20000) n join station on place = n % 25,
  (select phone, phone_mark, address from resident where center = '371625' and phone is not null and address is not null
    limit 1) as known;

-- dd orders
insert into orders (center, id, version, number, state, round, revision, service, site, urgency, channel, words, answers,
  risks_version, resident, requester, placed_as, excluded_teams, time_agreed, due_at, created_at, changed_at)
select '371625', bench_id('dd', n), 0, '371625-2601-' || lpad(n::text, 6, '0'),
  case when n % 5 = 0 then 'SUBMITTED' else 'REJECTED' end, 1, 0, 'home-repair', code,
  'NORMAL', 'MINI_PROGRAM', '厨房的灯坏了，请派人来看一看', '{}', 1, bench_id('cc', 1 + n % 200), bench_id('aa', 1 + n % 200),
  'SERVED', '{}', false, now() + n * interval '1 minute', now() - n * interval '1 minute', now() - n * interval '1 minute'
from generate_series(1, 100000) n join station on place = n % 25;

insert into order_party (center, order_id, kind, party, from_at)
select center, id, kind, requester, created_at
from orders, (values ('REQUESTER'), ('SERVED')) as part (kind) where number like '371625-2601-%';

insert into order_entry (center, order_id, id, machine, subject, action, to_state, actor, part, round, at)
select center, id, gen_random_uuid(), 'ORDER', id, 'PLACE', 'SUBMITTED', requester, 'SERVED', 1, created_at
from orders where number like '371625-2601-%';

drop function bench_id;
analyze;
