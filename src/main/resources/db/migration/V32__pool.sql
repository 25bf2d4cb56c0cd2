-- The open pool by service, of a county, a township and a village: whoever looks reads of each service that they are
-- qualified for as many as a page has, however many visits seek somebody.
create index visit_pool_center on visit (center, service, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;
create index visit_pool_township on visit (center, left(site, 9), service, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;
create index visit_pool_village on visit (center, left(site, 12), service, from_at, id)
    where state = 'PLANNED' and asked_at is not null and taken < needed;
drop index visit_pool;
