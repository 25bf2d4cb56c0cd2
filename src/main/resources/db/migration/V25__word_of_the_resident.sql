-- Whom a resident does not want to come again; said by the resident's own side, or heard by a clerk.
create table unwelcome (
    center varchar(6) not null,
    resident uuid not null,
    volunteer uuid not null,
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (center, resident, volunteer)
);
