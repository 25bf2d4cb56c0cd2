-- News, written with the change that it tells of. The id begins with the time.
create table outbox_event (
    center  varchar(6)  not null,
    id      uuid        not null,
    type    varchar(60) not null,
    subject uuid        not null,
    at      timestamptz not null,
    data    jsonb       not null,
    primary key (center, id)
);

-- What a subscriber has yet to receive; received, the row is gone. Without next_at it was given up.
create table outbox_delivery (
    center     varchar(6)  not null,
    event      uuid        not null,
    subscriber varchar(40) not null,
    next_at    timestamptz,
    tries      integer     not null default 0,
    last_error text,
    primary key (center, event, subscriber),
    foreign key (center, event) references outbox_event (center, id)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index outbox_delivery_due on outbox_delivery (center, next_at, event) where next_at is not null;
create index outbox_delivery_dead on outbox_delivery (center, event) where next_at is null;
