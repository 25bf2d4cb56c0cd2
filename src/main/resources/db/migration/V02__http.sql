-- The answers that were given, by the key that the caller sent: a request that comes again gets the first answer.
create table idempotency_key (
    center     varchar(6)   not null, -- of the account
    account    uuid         not null,
    operation  varchar(100) not null, -- operationId of the contract
    key        varchar(255) not null,
    request    varchar(64)  not null, -- SHA-256 of address and body, in hexadecimal
    status     smallint     not null,
    path       varchar(255),          -- of what the answer shows, to look again whether the caller may see it
    version    integer      not null,
    body       text,
    created_at timestamptz  not null,
    primary key (center, account, operation, key),
    check (status between 200 and 299)
);

create index idempotency_key_age on idempotency_key (center, created_at);

-- What all instances sign with, so that one reads what the other wrote. Center 000000: the installation's.
create table shared_secret (
    center     varchar(6)  not null,
    name       varchar(50) not null,
    secret     bytea       not null,
    created_at timestamptz not null,
    primary key (center, name)
);
