-- People served: how they are reached, what is known of their circumstances, what they consented to, who acts for them.

create table resident (
    center varchar(6) not null,
    id uuid not null,
    account uuid,
    site varchar(16) not null,
    name varchar(60) collate "C" not null,
    phone varchar(20),
    address varchar(200),
    created_at timestamptz not null,
    version integer not null,
    primary key (center, id),
    -- without an account somebody is reached by phone
    check (account is not null or phone is not null),
    check (starts_with(site, center))
);

create unique index resident_account on resident (center, account) where account is not null;
create unique index resident_phone on resident (center, phone, name) where phone is not null;
create index resident_name on resident (center, name, id);

create table resident_consent (
    center varchar(6) not null,
    id uuid not null,
    resident uuid not null,
    purpose varchar(20) not null check (purpose in ('SERVICE', 'CIRCUMSTANCES')),
    version integer not null check (version > 0),
    given_by varchar(10) not null check (given_by in ('SELF', 'PHONE', 'IN_PERSON', 'PROXY')),
    taken_by uuid,
    given_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (center, id),
    foreign key (center, resident) references resident (center, id)
);

create unique index resident_consent_valid on resident_consent (center, resident, purpose) where ended_at is null;
create index resident_consent_all on resident_consent (center, resident, given_at);

create table resident_circumstance (
    center varchar(6) not null,
    resident uuid not null,
    circumstance varchar(20) not null
        check (circumstance in ('LIVES_ALONE', 'EMPTY_NEST', 'LEFT_BEHIND', 'DISABLED', 'OVER_80', 'LOW_INCOME', 'ILL')),
    primary key (center, resident, circumstance),
    foreign key (center, resident) references resident (center, id)
);

create table resident_proxy (
    center varchar(6) not null,
    id uuid not null,
    resident uuid not null,
    account uuid,
    relation varchar(20) not null
        check (relation in ('CHILD', 'GRANDCHILD', 'SPOUSE', 'PARENT', 'OTHER_RELATIVE', 'NEIGHBOUR', 'OTHER')),
    invitation varchar(64),
    invited_until timestamptz,
    consent_by varchar(10) not null check (consent_by in ('SELF', 'PHONE', 'IN_PERSON')),
    allowed_by uuid,
    allowed_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (center, id),
    foreign key (center, resident) references resident (center, id),
    -- invited and not yet taken up, or a known account
    check ((account is null) = (invitation is not null))
);

create unique index resident_proxy_valid on resident_proxy (center, resident, account) where ended_at is null;
create unique index resident_proxy_invitation on resident_proxy (center, invitation) where invitation is not null;
create index resident_proxy_all on resident_proxy (center, resident, allowed_at);

-- The same seen from the proxy, in the center of the proxy's account: whom somebody acts for.
create table represented (
    center varchar(6) not null,
    account uuid not null,
    resident uuid not null,
    primary key (center, account, resident)
);
