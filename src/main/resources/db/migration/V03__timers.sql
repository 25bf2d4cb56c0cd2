-- Due times. A row waits until next_at; while it is paused or being fired it has none.
create table timer (
    center     varchar(6)  not null,
    subject    uuid        not null,
    kind       varchar(60) not null,
    due_at     timestamptz not null,
    next_at    timestamptz,
    left_ms    bigint check (left_ms >= 0),
    fired      integer     not null default 0,
    attempts   integer     not null default 0,
    last_error text,
    primary key (center, subject, kind),
    check (next_at is null or left_ms is null)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index timer_due on timer (center, next_at) where next_at is not null;
