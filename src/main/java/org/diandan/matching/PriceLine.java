package org.diandan.matching;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a team's weekly slot is worth to orders that are still to come.
 *
 * @param slot number of the weekly slot within the team
 * @param day of the week; absent, like the hours, where the team no longer offers the slot
 * @param points that another order must bring to be sent there
 * @param since when it has had a price without a break
 * @param decided how often, since then, the price made the program ask another team
 * @param learnedAt when the price was learned last
 * @param period whose orders it was learned from
 * @param source what made the program learn it
 * @param counts false once it is too old to be counted
 */
public record PriceLine(
        UUID team,
        String name,
        int slot,
        @Nullable DayOfWeek day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        int points,
        Instant since,
        long decided,
        Instant learnedAt,
        TimeWindow period,
        PriceSource source,
        boolean counts) {}
