-- An access token carries the number that was here when it was signed; counting up ends all of them at once.
alter table account add token_generation integer not null default 0;

alter table account drop constraint account_state_check;
alter table account add check (state in ('ACTIVE', 'SUSPENDED', 'CLOSED'));

-- People also come from WeChat.
alter table login alter kind type varchar(10);
alter table login alter value type varchar(80);
alter table login drop constraint login_kind_check;
alter table login add check (kind in ('PHONE', 'NAME', 'WECHAT'));

-- The key that keeps secrets from whoever reads the database alone: like the signing key, all instances have the same.
alter table signing_key add secrets_fingerprint varchar(64);
