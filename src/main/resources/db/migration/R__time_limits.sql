-- The table of timers in docs/domain.md. Normal and planned orders count service hours, except where volunteers and
-- residents act in their own time (T5, T8 to T12, T14). Rows that were changed since are left as they are.
insert into time_limit (center, site, service, time_limit, urgency, steps, clock, quiet_from, quiet_until, version)
select '000000', '', '', time_limit, urgency, steps, clock, quiet_from::time, quiet_until::time, 0
from (values
  -- T1
  ('FIRST_LOOK',         'EMERGENCY', 'PT10M',            'WALL',    null,    null),
  ('FIRST_LOOK',         'URGENT',    'PT30M',            'WALL',    null,    null),
  ('FIRST_LOOK',         'NORMAL',    'PT4H',             'SERVICE', null,    null),
  ('FIRST_LOOK',         'PLANNED',   'P1D',              'SERVICE', null,    null),
  -- T2
  ('RESIDENT_ANSWERS',   'EMERGENCY', 'PT1H',             'WALL',    null,    null),
  ('RESIDENT_ANSWERS',   'URGENT',    'PT4H',             'WALL',    null,    null),
  ('RESIDENT_ANSWERS',   'NORMAL',    'P3D',              'SERVICE', null,    null),
  ('RESIDENT_ANSWERS',   'PLANNED',   'P7D',              'SERVICE', null,    null),
  -- T3
  ('TEAM_ANSWERS',       'EMERGENCY', 'PT15M',            'WALL',    null,    null),
  ('TEAM_ANSWERS',       'URGENT',    'PT1H',             'WALL',    null,    null),
  ('TEAM_ANSWERS',       'NORMAL',    'P1D',              'SERVICE', null,    null),
  ('TEAM_ANSWERS',       'PLANNED',   'P2D',              'SERVICE', null,    null),
  ('LAST_RESORT',        'EMERGENCY', 'P1D',              'WALL',    null,    null),
  ('LAST_RESORT',        'URGENT',    'P1D',              'WALL',    null,    null),
  ('LAST_RESORT',        'NORMAL',    'P1D',              'SERVICE', null,    null),
  ('LAST_RESORT',        'PLANNED',   'P1D',              'SERVICE', null,    null),
  -- T4
  ('PREPARATION',        'EMERGENCY', 'PT30M',            'WALL',    null,    null),
  ('PREPARATION',        'URGENT',    'PT2H',             'WALL',    null,    null),
  ('PREPARATION',        'NORMAL',    'P2D',              'SERVICE', null,    null),
  ('PREPARATION',        'PLANNED',   'P5D',              'SERVICE', null,    null),
  -- T5: nobody's phone rings for a haircut at night
  ('DIRECT_OFFER',       'EMERGENCY', 'PT5M',             'WALL',    null,    null),
  ('DIRECT_OFFER',       'URGENT',    'PT15M',            'WALL',    null,    null),
  ('DIRECT_OFFER',       'NORMAL',    'PT12H',            'WALL',    '21:00', '07:00'),
  ('DIRECT_OFFER',       'PLANNED',   'PT24H',            'WALL',    null,    null),
  -- T6: steps from the moment at which the visit seeks volunteers
  ('WAVE_WIDENS',        'EMERGENCY', 'PT5M PT10M PT20M', 'WALL',    null,    null),
  ('WAVE_WIDENS',        'URGENT',    'PT15M PT30M PT1H', 'WALL',    null,    null),
  ('WAVE_WIDENS',        'NORMAL',    'PT12H PT24H PT48H', 'WALL',   null,    null),
  ('WAVE_WIDENS',        'PLANNED',   'P1D P2D P4D',      'WALL',    null,    null),
  -- T8
  ('LATE_DROPOUT',       'NORMAL',    'PT24H',            'WALL',    null,    null),
  ('LATE_DROPOUT',       'PLANNED',   'PT24H',            'WALL',    null,    null),
  -- T9
  ('NOBODY_CHECKED_IN',  'EMERGENCY', 'PT5M',             'WALL',    null,    null),
  ('NOBODY_CHECKED_IN',  'URGENT',    'PT10M',            'WALL',    null,    null),
  ('NOBODY_CHECKED_IN',  'NORMAL',    'PT15M PT30M PT1H', 'WALL',    null,    null),
  ('NOBODY_CHECKED_IN',  'PLANNED',   'PT15M PT30M PT1H', 'WALL',    null,    null),
  -- T10
  ('NOBODY_CHECKED_OUT', 'EMERGENCY', 'PT30M PT1H PT2H',  'WALL',    null,    null),
  ('NOBODY_CHECKED_OUT', 'URGENT',    'PT30M PT1H PT2H',  'WALL',    null,    null),
  ('NOBODY_CHECKED_OUT', 'NORMAL',    'PT30M PT1H PT2H',  'WALL',    null,    null),
  ('NOBODY_CHECKED_OUT', 'PLANNED',   'PT30M PT1H PT2H',  'WALL',    null,    null),
  -- T11
  ('REPORT',             'EMERGENCY', 'PT24H',            'WALL',    null,    null),
  ('REPORT',             'URGENT',    'PT24H',            'WALL',    null,    null),
  ('REPORT',             'NORMAL',    'P2D',              'WALL',    null,    null),
  ('REPORT',             'PLANNED',   'P3D',              'WALL',    null,    null),
  -- T12
  ('RATING_CALL',        'EMERGENCY', 'P3D',              'WALL',    null,    null),
  ('RATING_CALL',        'URGENT',    'P3D',              'WALL',    null,    null),
  ('RATING_CALL',        'NORMAL',    'P3D',              'WALL',    null,    null),
  ('RATING_CALL',        'PLANNED',   'P3D',              'WALL',    null,    null),
  ('RATING_CLOSE',       'EMERGENCY', 'P7D',              'WALL',    null,    null),
  ('RATING_CLOSE',       'URGENT',    'P7D',              'WALL',    null,    null),
  ('RATING_CLOSE',       'NORMAL',    'P7D',              'WALL',    null,    null),
  ('RATING_CLOSE',       'PLANNED',   'P7D',              'WALL',    null,    null),
  ('LOW_RATING',         'EMERGENCY', 'P1D',              'WALL',    null,    null),
  ('LOW_RATING',         'URGENT',    'P1D',              'WALL',    null,    null),
  ('LOW_RATING',         'NORMAL',    'P1D',              'WALL',    null,    null),
  ('LOW_RATING',         'PLANNED',   'P1D',              'WALL',    null,    null),
  -- T14
  ('REOPEN_WINDOW',      'EMERGENCY', 'P7D',              'WALL',    null,    null),
  ('REOPEN_WINDOW',      'URGENT',    'P7D',              'WALL',    null,    null),
  ('REOPEN_WINDOW',      'NORMAL',    'P15D',             'WALL',    null,    null),
  ('REOPEN_WINDOW',      'PLANNED',   'P15D',             'WALL',    null,    null)
) as timers (time_limit, urgency, steps, clock, quiet_from, quiet_until)
on conflict do nothing;
