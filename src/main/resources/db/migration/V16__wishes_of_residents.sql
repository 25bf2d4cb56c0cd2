-- Whom the resident would like to come.
alter table orders
  add column wished_helpers uuid[] not null default '{}',
  add column wished_sex varchar(6) check (wished_sex in ('FEMALE', 'MALE')),
  add column wished_two boolean not null default false;

-- The last order of a resident: an id begins with its time.
create index orders_resident on orders (center, resident, id desc);
