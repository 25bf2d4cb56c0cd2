-- What GET /orders?view=BOARD&limit=20 asks for, for a dispatcher of the county.
\startpipeline
begin;
select id, number, state, service, site, urgency, resident, due_at, created_at, changed_at, null
  from orders
 where center = '371625' and state not in ('CLOSED', 'REJECTED', 'UNFULFILLED', 'CANCELLED', 'MERGED')
 order by due_at, id fetch first 21 rows only;
\endpipeline
select center, id, name, phone, address from resident
 where center = '371625' and id = any (array(
   select ('019a00cc-0000-75ab-aa40-' || lpad((1 + n * 5)::text, 12, '0'))::uuid from generate_series(1, 20) n));
commit;
