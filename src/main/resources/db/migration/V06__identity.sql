-- Accounts, what they are granted, and how people sign in.

create table account (
    center varchar(6) not null,
    id uuid not null,
    name varchar(60) not null,
    phone varchar(20),
    state varchar(10) not null check (state in ('ACTIVE', 'SUSPENDED')),
    state_reason varchar(500),
    created_at timestamptz not null,
    version integer not null,
    primary key (center, id)
);

-- A directory: the same phone or name in two centers would be two people at one door, so the value is the key.
create table login (
    kind varchar(5) not null check (kind in ('PHONE', 'NAME')),
    value varchar(40) not null,
    center varchar(6) not null,
    account uuid not null,
    primary key (kind, value)
);

create index login_account on login (center, account);

create table password (
    center varchar(6) not null,
    account uuid not null,
    hash varchar(200) not null,
    changed_at timestamptz not null,
    primary key (center, account),
    foreign key (center, account) references account (center, id)
);

-- Read at each request: what one account holds, in the account's center.
create table account_grant (
    center varchar(6) not null,
    account uuid not null,
    role varchar(10) not null
        check (role in ('RESIDENT', 'VOLUNTEER', 'LEADER', 'EXPERT', 'CLERK', 'DISPATCHER', 'AUDITOR', 'ADMIN')),
    scope varchar(40) not null,
    granted_by uuid,
    granted_at timestamptz not null,
    primary key (center, account, role, scope),
    foreign key (center, account) references account (center, id)
);

-- The same seen from the other side: who holds a role in a scope, in the scope's center, which may be another than the
-- account's. Grants of oneself (RESIDENT, VOLUNTEER) have no such row.
create table grant_holder (
    center varchar(6) not null,
    role varchar(10) not null,
    scope varchar(40) not null,
    account uuid not null,
    account_center varchar(6) not null,
    primary key (center, role, scope, account)
);

create index grant_holder_staff on grant_holder (center, account) where role in ('CLERK', 'DISPATCHER', 'AUDITOR', 'ADMIN');

-- One sign-in on one device: its refresh token is exchanged at each use, and only the newest is good.
create table session (
    center varchar(6) not null,
    id uuid not null,
    account uuid not null,
    token_hash varchar(64) not null,
    previous_hash varchar(64),
    exchanged_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (center, id),
    foreign key (center, account) references account (center, id)
);

create index session_account on session (center, account, expires_at);

-- The fingerprint of the key that signs tokens: an instance that has another would refuse what the others have signed.
create table signing_key (
    center varchar(6) not null primary key,
    fingerprint varchar(64) not null,
    registered_at timestamptz not null
);

-- Asked for before anybody is known, so the key is the phone (as a keyed hash), not a center.
create table one_time_code (
    phone varchar(64) not null primary key,
    hash varchar(64) not null,
    tries integer not null,
    expires_at timestamptz not null
);

create index one_time_code_expiry on one_time_code (expires_at);

-- What several instances must agree on is counted by a row.
create table attempt (
    kind varchar(30) not null,
    subject varchar(64) not null,
    count integer not null,
    until timestamptz not null,
    primary key (kind, subject)
);

create index attempt_until on attempt (until);
