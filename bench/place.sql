-- What POST /orders commits, statement by statement, for a resident who orders for themselves. A pipeline holds what the
-- program sends without waiting: BEGIN with the first statement, rows of one table together, and at the end what nobody
-- reads again (org.diandan.shared.LastWrites).
\set n random(1, 200)
\set key random(1, 1000000000000000)
\startpipeline
begin;
select k.request, k.status, k.path, k.version, k.body,
       case when k.key is null then pg_try_advisory_xact_lock(:key) end as granted
  from (values (1)) as one
  left join idempotency_key k
    on k.center = '371625' and k.account = ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid
   and k.operation = 'placeOrder' and k.key = :key::text;
\endpipeline
select center, id, account, address, created_at, name, phone, site, version from resident
 where center = '371625' and account = ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid;
select excluded_teams, previous_team, routing, team from orders
 where center = '371625' and resident = ('019a00cc-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid
 order by id desc limit 1;
select account from resident_proxy
 where center = '371625' and resident = ('019a00cc-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid
   and ended_at is null and account is not null;
insert into orders (excluded_teams, previous_team, routing, team, changed_at, created_at, due_at, ended_at, held_from,
  merged_into, answers, channel, risks_version, service, site, urgency, wished_from, wished_to, words, number, placed_as,
  appealed, refused_area, refused_at, refused_by, requester, resident, result, review_on, revision, round, state,
  time_agreed, transferred_from, transferred_to, version, center, id, wished_helpers, wished_sex,
  wished_two)
values ('{}', null, null, null, now(), now(), now() + interval '1 day', null, null, null, '{}', 'MINI_PROGRAM', 1,
  'home-repair', '371625003010', 'NORMAL', null, null, '厨房的灯坏了，请派人来看一看', 'pg-' || :key, 'SERVED', null, null, null,
  null, ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid,
  ('019a00cc-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid, null, null, 0, 1, 'SUBMITTED', false, null, null, 0,
  '371625', uuidv7(), '{}', null, false) returning id \gset
\startpipeline
insert into order_party (until_at, center, order_id, kind, party, from_at)
values (null, '371625', :id, 'REQUESTER', ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid, now());
insert into order_party (until_at, center, order_id, kind, party, from_at)
values (null, '371625', :id, 'SERVED', ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid, now());
\endpipeline
\startpipeline
insert into order_entry (action, actor, at, for_whom, from_state, machine, part, reason, round, subject, to_state, words,
  center, order_id, id)
values ('PLACE', ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid, now(), null, null, 'ORDER', 'SERVED', null,
  1, :id, 'SUBMITTED', null, '371625', :id, uuidv7());
insert into outbox_event (center, id, type, subject, at, data)
values ('371625', uuidv7(), 'order.place', :id, now(),
  cast('{"order":"019a00dd-0000-75ab-aa40-000000000001","to":"SUBMITTED","round":1}' as jsonb));
insert into timer (center, subject, kind, due_at, next_at)
values ('371625', :id, 'order.FIRST_LOOK', now() + interval '1 day', now() + interval '1 day')
on conflict (center, subject, kind) do update
set due_at = excluded.due_at, next_at = excluded.next_at, left_ms = null, attempts = 0, last_error = null,
    fired = case when timer.next_at is null then timer.fired else 0 end;
-- The answer has some 700 bytes.
insert into idempotency_key (center, account, operation, key, request, status, path, version, body, created_at)
values ('371625', ('019a00aa-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid, 'placeOrder', :key::text,
  repeat('0123456789abcdef', 4), 201, '/orders/' || :id::text, 0,
  '{"id":"' || :id::text || '",' || repeat('"channel":"MINI_PROGRAM",', 26) || '"round":1}', now());
\endpipeline
commit;
