-- Wishes to be forgotten.
create table erasure (
    center varchar(6) not null,
    id uuid not null,
    version integer not null,
    account uuid,
    resident uuid,
    asked_by uuid not null,
    state varchar(9) not null check (state in ('WAITING', 'DONE', 'WITHDRAWN')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    primary key (center, id),
    -- one person, by the account or, without one, by the record as a resident
    check ((account is null) <> (resident is null)),
    check ((ended_at is null) = (state = 'WAITING'))
);

alter table erasure enable row level security;
alter table erasure force row level security;
create policy within_reach on erasure using (within_reach(center));

create unique index erasure_waiting_account on erasure (center, account) where state = 'WAITING' and account is not null;
create unique index erasure_waiting_resident on erasure (center, resident) where state = 'WAITING' and resident is not null;

-- Somebody who is forgotten is reached by nothing.
alter table resident add column forgotten_at timestamptz;
alter table resident drop constraint resident_check;
alter table resident add constraint resident_reached
    check (account is not null or phone is not null or forgotten_at is not null);

-- What a person's rows are found by.
create index task_subject on task (center, subject);
create index invitation_account on invitation (center, account) where account is not null;
