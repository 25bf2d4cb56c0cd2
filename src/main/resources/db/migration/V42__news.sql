-- In which transaction an event was written. Below the oldest transaction that still runs nothing can come any more, so
-- that whoever reads by (written_in, id) up to there misses none, however the commits fell.
alter table outbox_event add column written_in xid8 not null default pg_current_xact_id();

comment on column outbox_event.written_in is 'of this server alone';

create index outbox_event_news on outbox_event (center, written_in, id);
