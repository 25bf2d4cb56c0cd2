package org.diandan.sites;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** The hours of a weekday, local time. */
record WeekdayHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}
