-- What GET /orders/{id} asks for, in the transaction that it needs for one picture of all.
\set n random(1, 100000)
\set resident 1 + :n % 200
\startpipeline
begin;
select center, id, excluded_teams, previous_team, routing, team, changed_at, created_at, due_at, ended_at, held_from,
  merged_into, answers, channel, risks_version, service, site, urgency, wished_from, wished_to, words, number, placed_as,
  appealed, refused_area, refused_at, refused_by, requester, resident, result, review_on, revision, round, state,
  time_agreed, transferred_from, transferred_to, version, wished_helpers, wished_sex, wished_two
  from orders where (center, id) in (('371625', ('019a00dd-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid));
\endpipeline
select center, order_id, kind, party, from_at, until_at from order_party
 where center = '371625' and order_id = ('019a00dd-0000-75ab-aa40-' || lpad(:n::text, 12, '0'))::uuid and until_at is null;
select center, id, account, address, created_at, name, phone, site, version from resident
 where (center, id) in (('371625', ('019a00cc-0000-75ab-aa40-' || lpad(:resident::text, 12, '0'))::uuid));
commit;
