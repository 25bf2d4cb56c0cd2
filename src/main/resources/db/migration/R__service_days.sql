-- The installation's opening hours, and the public holidays and make-up working days of mainland China.
-- Source for 2026: 国务院办公厅关于2026年部分节假日安排的通知 (General Office of the State Council, 4 November 2025, read as
-- published by Xinhua and Guangming Net the same day). The arrangement for a year is announced in the November before;
-- until it stands here, or an administrator enters it for center 000000, only weekends are closed.
insert into service_hours (center, weekday, opens, closes)
select '000000', weekday, '08:00', '18:00' from generate_series(1, 5) as weekday
on conflict do nothing;

insert into service_day (center, day, open, note)
select '000000', day::date, false, note
from (values
  ('2026-01-01', '2026-01-03', '元旦'),
  ('2026-02-15', '2026-02-23', '春节'),
  ('2026-04-04', '2026-04-06', '清明节'),
  ('2026-05-01', '2026-05-05', '劳动节'),
  ('2026-06-19', '2026-06-21', '端午节'),
  ('2026-09-25', '2026-09-27', '中秋节'),
  ('2026-10-01', '2026-10-07', '国庆节')
) as holiday (first, last, note), generate_series(first::date, last::date, interval '1 day') as day
on conflict do nothing;

insert into service_day (center, day, open, note)
values
  ('000000', '2026-01-04', true, '元旦调休上班'),
  ('000000', '2026-02-14', true, '春节调休上班'),
  ('000000', '2026-02-28', true, '春节调休上班'),
  ('000000', '2026-05-09', true, '劳动节调休上班'),
  ('000000', '2026-09-20', true, '国庆节调休上班'),
  ('000000', '2026-10-10', true, '国庆节调休上班')
on conflict do nothing;
