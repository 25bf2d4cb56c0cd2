-- Who saw whom, and who decided what: ids, codes and names of fields, nothing that describes a person.
create table audit_entry (
    center varchar(6) not null,
    id uuid not null,
    kind varchar(8) not null check (kind in ('LOOK', 'DECISION')),
    at timestamptz not null,
    site varchar(16) not null,
    actor uuid,
    operation varchar(60) not null,
    decision varchar(20),
    subject_kind varchar(20) not null,
    subject varchar(80) not null,
    through_kind varchar(20),
    through varchar(80),
    detail varchar(200) not null,
    primary key (center, id),
    check ((kind = 'DECISION') = (decision is not null)),
    check ((through_kind is null) = (through is null))
);

create index audit_entry_kind on audit_entry (center, kind, id);
create index audit_entry_actor on audit_entry (center, actor, id);
create index audit_entry_subject on audit_entry (center, subject, id);

-- What the next seal takes in. A queue and no evidence: the sealer empties it.
create table audit_unsealed (
    center varchar(6) not null,
    id uuid not null,
    primary key (center, id)
) with (autovacuum_vacuum_scale_factor = 0.02);

-- A seal names the entries that it covers, in their order: a range of ids would be wrong, since an entry with a smaller
-- id may be committed after one with a greater.
create table audit_seal (
    center varchar(6) not null,
    number bigint not null,
    sealed_at timestamptz not null,
    entries uuid[] not null check (cardinality(entries) > 0),
    previous varchar(64) not null,
    hash varchar(64) not null,
    primary key (center, number)
);

-- Nobody changes what stands here: not the program's login, whatever it is called, and not by mistake the owner either,
-- who would have to allow it to himself first.
do $$
declare
    login text;
begin
    for login in select distinct grantee from information_schema.role_table_grants
                  where table_schema = current_schema and table_name in ('audit_entry', 'audit_seal')
    loop
        execute format('revoke update, delete, truncate on audit_entry, audit_seal from %s',
                       case login when 'PUBLIC' then 'public' else quote_ident(login) end);
    end loop;
end $$;
