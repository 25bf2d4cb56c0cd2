-- A second thing that somebody shows when signing in: a code of an app on their phone (RFC 6238).
create table second_factor (
    center varchar(6) not null,
    account uuid not null,
    secret varchar(200) not null,
    confirmed_at timestamptz,
    -- The time step of the code that was taken last: none is taken twice.
    last_step bigint not null,
    recovery_hashes varchar(64)[] not null,
    primary key (center, account),
    foreign key (center, account) references account (center, id)
);
