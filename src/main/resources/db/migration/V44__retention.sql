-- What is due to go, by center and time; a row that has been emptied leaves its index.
create index orders_wordy on orders (center, ended_at) where words <> '';
create index order_photo_age on order_photo (center, at);
create index visit_reported on visit (center, reported_at) where report is not null;
create index attendance_heard on attendance (center, joined_at) where heard_by <> '' or dispute is not null;
create index offer_heard on offer (center, made_at) where heard_by <> '';
create index swap_heard on swap (center, asked_at) where heard_by <> '';
create index routing_noted on routing (center, updated_at) where note is not null or override_reason is not null;
create index task_noted on task (center, closed_at) where note <> '';
create index invitation_age on invitation (center, expires_at);
create index session_age on session (center, expires_at);
create index resident_proxy_invited on resident_proxy (center, invited_until) where account is null;
create index certificate_refused on certificate (center, decided_at) where state = 'REFUSED';
create index job_age on job (center, ended_at) where ended_at is not null;
