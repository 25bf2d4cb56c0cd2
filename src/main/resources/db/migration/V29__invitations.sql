-- Staff who are asked to come: what they will be granted when they sign in with the code that was sent to them.
create table invitation (
    center varchar(6) not null,
    id uuid not null,
    code_hash varchar(64) not null,
    name varchar(60) not null,
    phone varchar(20) not null,
    role varchar(10) not null check (role in ('CLERK', 'DISPATCHER', 'AUDITOR', 'ADMIN')),
    scope varchar(40) not null,
    invited_by uuid not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    account uuid,
    withdrawn_at timestamptz,
    primary key (center, id),
    unique (center, code_hash),
    check ((accepted_at is null) = (account is null)),
    check (accepted_at is null or withdrawn_at is null)
);

create index invitation_sender on invitation (center, invited_by, id);

-- People also come from other issuers of tokens: the hash of issuer and subject.
alter table login drop constraint login_kind_check;
alter table login add check (kind in ('PHONE', 'NAME', 'WECHAT', 'ISSUER'));
