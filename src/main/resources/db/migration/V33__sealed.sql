-- Numbers and addresses of people are sealed with keys that are not in the database (docs/adr/0011-keys.md). What stood in
-- clear goes aside here; the program seals it (org.diandan.keys.FirstSealing), and V34 takes away what is empty then.

create table sealing_key (
    center varchar(6) not null,
    kind varchar(10) not null check (kind in ('SEALING', 'MARKS')),
    -- as Tink numbers keys: 32 bits without a sign
    id bigint not null,
    fingerprint varchar(64) not null,
    registered_at timestamptz not null,
    primary key (center, kind, id)
);

alter table idempotency_key rename body to plain_body;
alter table idempotency_key add body bytea;

alter table account rename phone to plain_phone;
alter table account add phone bytea;

alter table invitation rename phone to plain_phone;
alter table invitation alter plain_phone drop not null;
alter table invitation add phone bytea;

alter table second_factor rename secret to plain_secret;
alter table second_factor alter plain_secret drop not null;
alter table second_factor add secret bytea;

drop index resident_phone;
alter table resident drop constraint resident_check;
alter table resident rename phone to plain_phone;
alter table resident rename address to plain_address;
alter table resident add phone bytea;
alter table resident add phone_mark bytea;
alter table resident add address bytea;
create unique index resident_phone on resident (center, phone_mark, name) where phone_mark is not null;

alter table volunteer drop constraint volunteer_check1;
alter table volunteer rename guardian_name to plain_guardian_name;
alter table volunteer rename guardian_phone to plain_guardian_phone;
alter table volunteer add guardian_name bytea;
alter table volunteer add guardian_phone bytea;

drop index certificate_claimed_once;
alter table certificate rename number to plain_number;
alter table certificate alter plain_number drop not null;
alter table certificate add number bytea;
alter table certificate add number_mark bytea;
create unique index certificate_claimed_once
    on certificate (center, volunteer_id, kind, number_mark, issuer, valid_from) where state <> 'REFUSED';
