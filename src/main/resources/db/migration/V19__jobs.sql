-- Long work. A job waits or is held by a run until next_at; one that is over has none.
create table job (
    center          varchar(6)  not null,
    id              uuid        not null,
    version         integer     not null,
    kind            varchar(60) not null,
    subject         uuid        not null,
    asked_by        uuid,
    state           varchar(9)  not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    runs            integer     not null check (runs >= 0),
    runner          uuid,
    next_at         timestamptz,
    done            integer     not null check (done >= 0),
    total           integer check (total >= 0),
    result          varchar(200),
    problem         varchar(100),
    problem_chinese varchar(2000),
    problem_english varchar(2000),
    asked_at        timestamptz not null,
    started_at      timestamptz,
    cancel_asked_at timestamptz,
    ended_at        timestamptz,
    primary key (center, id),
    check ((state in ('QUEUED', 'RUNNING')) = (next_at is not null)),
    check ((state in ('QUEUED', 'RUNNING')) = (ended_at is null)),
    check ((state = 'DONE') = (result is not null)),
    check ((state = 'FAILED') = (problem is not null))
);

create index job_due on job (center, next_at) where next_at is not null;
-- One job of a kind at a time for each subject.
create unique index job_once on job (center, kind, subject) where state in ('QUEUED', 'RUNNING');
create index job_mine on job (center, asked_by, id) where asked_by is not null;
