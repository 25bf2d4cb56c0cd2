-- A sign-in ends at last, however often its refresh token is exchanged. Those that are there go on as a new one would.
alter table session add ends_at timestamptz;
update session set ends_at = exchanged_at + interval '180 days';
alter table session alter ends_at set not null;
