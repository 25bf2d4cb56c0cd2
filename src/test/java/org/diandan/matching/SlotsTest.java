package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.diandan.shared.TimeWindow;
import org.diandan.volunteers.SlotFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Monday 23 November 2026, nine in the morning in China. */
class SlotsTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final SlotFacts MONDAY_AFTERNOON =
            new SlotFacts(1, DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(17, 0), 1);
    private static final SlotFacts WEDNESDAY_MORNING =
            new SlotFacts(2, DayOfWeek.WEDNESDAY, LocalTime.of(8, 0), LocalTime.of(11, 0), 2);
    private static final List<SlotFacts> BOTH = List.of(MONDAY_AFTERNOON, WEDNESDAY_MORNING);

    @Test
    void withoutAWishTheFirstFreeSlotIsTaken() {
        var found = slots(null).find(BOTH, Map.of(), Map.of());
        assertThat(found.availability()).isEqualTo(Availability.OPEN);
        assertThat(found.opening())
                .isEqualTo(new Opening(
                        MONDAY,
                        1,
                        new TimeWindow(Instant.parse("2026-11-23T06:00:00Z"), Instant.parse("2026-11-23T09:00:00Z")),
                        1));
    }

    @Test
    void ofTwoPlacesTheOneThatIsWorthLessToOthersIsTaken() {
        assertThat(slots(null).find(BOTH, Map.of(), Map.of(1, 200)).opening())
                .extracting(Opening::slot)
                .isEqualTo(2);
        assertThat(slots(null).find(BOTH, Map.of(), Map.of(1, 200, 2, 200)).opening())
                .extracting(Opening::slot)
                .isEqualTo(1);
    }

    @Test
    void aTakenSlotIsPassedOver() {
        var found = slots(null).find(BOTH, Map.of(new Slots.Key(MONDAY, 1), 1), Map.of());
        assertThat(found.opening()).extracting(Opening::slot).isEqualTo(2);
    }

    @Test
    void whenAllAheadIsTakenTheTeamIsFull() {
        var found = slots(null)
                .find(
                        List.of(MONDAY_AFTERNOON),
                        Map.of(
                                new Slots.Key(MONDAY, 1), 1,
                                new Slots.Key(MONDAY.plusDays(7), 1), 1,
                                new Slots.Key(MONDAY.plusDays(14), 1), 1),
                        Map.of());
        assertThat(found.availability()).isEqualTo(Availability.ALL_FULL);
        assertThat(found.opening()).isNull();
    }

    @Test
    void aTeamWithoutSlotsIsNeverThere() {
        assertThat(slots(null).find(List.of(), Map.of(), Map.of()).availability())
                .isEqualTo(Availability.NO_SLOT);
    }

    @Test
    void aWishIsMetByASlotOfThatTimeOnly() {
        var afternoon = wish("2026-11-23T06:00:00Z", "2026-11-23T10:00:00Z");
        assertThat(slots(afternoon).find(BOTH, Map.of(), Map.of()).opening())
                .extracting(Opening::slot)
                .isEqualTo(1);
        assertThat(slots(afternoon)
                        .find(List.of(WEDNESDAY_MORNING), Map.of(), Map.of())
                        .availability())
                .isEqualTo(Availability.NO_SLOT);
    }

    @Test
    void aWishWhoseSlotIsTakenFindsItFull() {
        var afternoon = wish("2026-11-23T06:00:00Z", "2026-11-23T10:00:00Z");
        assertThat(slots(afternoon)
                        .find(BOTH, Map.of(new Slots.Key(MONDAY, 1), 1), Map.of())
                        .availability())
                .isEqualTo(Availability.SLOT_FULL);
    }

    @Test
    void aSlotThatEndsBeforeTheWorkWouldIsNone() {
        var late = wish("2026-11-23T08:30:00Z", "2026-11-23T12:00:00Z");
        assertThat(slots(late).find(BOTH, Map.of(), Map.of()).availability()).isEqualTo(Availability.NO_SLOT);
    }

    @Test
    void aShortWishInsideASlotIsMet() {
        var quarter = wish("2026-11-23T07:00:00Z", "2026-11-23T07:15:00Z");
        assertThat(slots(quarter).find(BOTH, Map.of(), Map.of()).availability()).isEqualTo(Availability.OPEN);
    }

    @Test
    void aWishThatHasPassedCountsAsNone() {
        var yesterday = wish("2026-11-22T06:00:00Z", "2026-11-22T10:00:00Z");
        assertThat(slots(yesterday)
                        .find(List.of(WEDNESDAY_MORNING), Map.of(), Map.of())
                        .opening())
                .extracting(Opening::on)
                .isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void theLoadIsThatOfTheWeekOfTheVisit() {
        var found = slots(null)
                .find(
                        BOTH,
                        Map.of(
                                new Slots.Key(MONDAY, 1), 1,
                                new Slots.Key(MONDAY.plusDays(2), 2), 1,
                                new Slots.Key(MONDAY.plusDays(9), 2), 2),
                        Map.of());
        assertThat(found.load()).isEqualTo(new Load(2, 3));
    }

    private static Slots slots(@Nullable TimeWindow wished) {
        return Slots.of(wished, Duration.ofMinutes(40), NOW, Period.ofDays(14), CHINA);
    }

    private static TimeWindow wish(String from, String to) {
        return new TimeWindow(Instant.parse(from), Instant.parse(to));
    }
}
