-- Plans of all orders of a Center for which a team is sought, and what each of them would change.
create table routing_plan (
    center varchar(6) not null,
    id uuid not null,
    version integer not null,
    state varchar(10) not null check (state in
        ('PLANNING', 'READY', 'APPLYING', 'APPLIED', 'UNCHANGED', 'DISCARDED', 'EXPIRED', 'FAILED')),
    cause varchar(12) not null check (cause in ('REQUEST', 'QUEUE_DEPTH')),
    automatic boolean not null,
    asked_by uuid,
    asked_at timestamptz not null,
    job uuid,
    totals jsonb,
    ready_at timestamptz,
    expires_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    apply_job uuid,
    ended_at timestamptz,
    primary key (center, id),
    check ((state in ('PLANNING', 'READY', 'APPLYING')) = (ended_at is null)),
    check (state not in ('READY', 'APPLYING', 'APPLIED', 'EXPIRED') or expires_at is not null),
    check (state not in ('APPLYING', 'APPLIED') or apply_job is not null)
);

-- One planner for each Center: who comes second is told who was first.
create unique index routing_plan_open on routing_plan (center) where state in ('PLANNING', 'READY', 'APPLYING');

create table routing_plan_change (
    center varchar(6) not null,
    plan_id uuid not null,
    number integer not null,
    order_id uuid not null,
    order_number varchar(20) not null,
    site varchar(16) not null,
    service varchar(64) not null,
    round integer not null,
    reach varchar(16) not null,
    why varchar(24) not null,
    -- Where it is: nowhere while it waits.
    before_routing uuid,
    before_team uuid,
    before_name varchar(100),
    before_on date,
    before_slot integer,
    before_from timestamptz,
    before_to timestamptz,
    before_points integer,
    before_price integer,
    -- Where it goes: nowhere if it is to wait.
    after_team uuid,
    after_name varchar(100),
    after_on date,
    after_slot integer,
    after_from timestamptz,
    after_to timestamptz,
    after_points integer,
    after_price integer,
    gain integer not null,
    state varchar(8) not null check (state in ('PENDING', 'APPLIED', 'SKIPPED')),
    skipped varchar(24),
    obstacle varchar(32),
    routing uuid,
    done_at timestamptz,
    primary key (center, plan_id, number),
    foreign key (center, plan_id) references routing_plan,
    check (before_team is not null or after_team is not null),
    check ((state = 'PENDING') = (done_at is null)),
    check ((state = 'SKIPPED') = (skipped is not null))
);

create index routing_plan_change_pending on routing_plan_change (center, plan_id, number) where state = 'PENDING';

-- The orders of a Center for which a team is sought, by id: a plan reads them all, the watch counts them.
create index orders_seeking on orders (center, id) where state = 'ROUTING';
