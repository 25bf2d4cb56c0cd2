-- What clerks and dispatchers must do by a time.
create table task (
    center       varchar(6)   not null,
    id           uuid         not null,
    kind         varchar(20)  not null,
    subject      uuid         not null,
    site         varchar(16)  not null,
    role         varchar(12)  not null check (role in ('CLERK', 'DISPATCHER')),
    note         varchar(1000) not null,
    asked        varchar(16)  not null,
    opened_at    timestamptz  not null,
    asked_at     timestamptz  not null,
    due_at       timestamptz  not null,
    state        varchar(8)   not null check (state in ('OPEN', 'TAKEN', 'DONE', 'SETTLED')),
    taken_by     uuid,
    taken_at     timestamptz,
    closed_at    timestamptz,
    closed_by    uuid,
    outcome      varchar(16),
    closing_note varchar(1000),
    version      integer      not null,
    primary key (center, id),
    check (site like center || '%'),
    check ((state in ('DONE', 'SETTLED')) = (closed_at is not null)),
    check ((state = 'DONE') = (outcome is not null)),
    check (state <> 'TAKEN' or taken_by is not null)
);

-- One open task of a kind for each subject.
create unique index task_open_once on task (center, subject, kind) where state in ('OPEN', 'TAKEN');
-- The board, for each level that can look at it: what is open by due time, what has ended by its end. An index for a
-- range of sites would serve all levels, but rows would have to be sorted then, the more the older the table.
create index task_open_center on task (center, due_at, id) where state in ('OPEN', 'TAKEN');
create index task_open_township on task (center, left(site, 9), due_at, id) where state in ('OPEN', 'TAKEN');
create index task_open_village on task (center, left(site, 12), due_at, id) where state in ('OPEN', 'TAKEN');
create index task_closed_center on task (center, closed_at, id) where closed_at is not null;
create index task_closed_township on task (center, left(site, 9), closed_at, id) where closed_at is not null;
create index task_closed_village on task (center, left(site, 12), closed_at, id) where closed_at is not null;
create index task_closed_by on task (center, closed_by, closed_at, id) where closed_at is not null;
