package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Around the weekends and the National Day of 2026: 20 September and 10 October are make-up working days. */
class OpeningTimesTest {

    private static final Hours USUAL = Hours.of("08:00", "18:00");

    private final OpeningTimes times = new OpeningTimes(Sites.CHINA, mondayToFriday(), nationalDay());

    @Test
    void fourServiceHoursFromFridayAtFiveEndOnMondayAtEleven() {
        assertThat(times.add(at("2026-11-20T17:00"), hours(4))).isEqualTo(at("2026-11-23T11:00"));
    }

    @Test
    void hoursThatAreUsedUpAtClosingTimeEndThere() {
        assertThat(times.add(at("2026-11-20T14:00"), hours(4))).isEqualTo(at("2026-11-20T18:00"));
    }

    @Test
    void hoursThatBeginAtNightBeginInTheMorning() {
        assertThat(times.add(at("2026-11-23T03:00"), hours(4))).isEqualTo(at("2026-11-23T12:00"));
        assertThat(times.add(at("2026-11-20T21:30"), hours(1))).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void hoursThatBeginBeforeTheNationalDayGoOnAfterIt() {
        assertThat(times.add(at("2026-09-30T17:00"), hours(4))).isEqualTo(at("2026-10-08T11:00"));
    }

    @Test
    void aMakeUpSaturdayCountsAsAWorkingDay() {
        assertThat(times.add(at("2026-10-09T17:00"), hours(4))).isEqualTo(at("2026-10-10T11:00"));
        assertThat(times.add(at("2026-10-10T17:00"), hours(4))).isEqualTo(at("2026-10-12T11:00"));
    }

    @Test
    void oneServiceDayIsTheSameTimeOnTheNextOpenDay() {
        assertThat(times.add(at("2026-11-19T10:15"), days(1))).isEqualTo(at("2026-11-20T10:15"));
        assertThat(times.add(at("2026-11-20T10:15"), days(1))).isEqualTo(at("2026-11-23T10:15"));
    }

    @Test
    void aServiceDayThatBeginsOnSundayBeginsOnMondayMorning() {
        assertThat(times.add(at("2026-11-22T12:00"), days(1))).isEqualTo(at("2026-11-24T08:00"));
    }

    @Test
    void twoServiceDaysCrossTheNationalDayAndEndOnFriday() {
        assertThat(times.add(at("2026-09-30T09:00"), days(2))).isEqualTo(at("2026-10-09T09:00"));
    }

    @Test
    void aServiceDayThatEndsOnAShorterDayEndsWhenItCloses() {
        var short24th = Map.of(LocalDate.parse("2026-11-24"), Optional.of(Hours.of("09:00", "12:00")));
        var shorter = new OpeningTimes(Sites.CHINA, mondayToFriday(), short24th);

        assertThat(shorter.add(at("2026-11-23T16:00"), days(1))).isEqualTo(at("2026-11-24T12:00"));
        assertThat(shorter.add(at("2026-11-23T08:10"), days(1))).isEqualTo(at("2026-11-24T09:00"));
    }

    @Test
    void theWallClockKnowsNoNightAndNoHoliday() {
        TimeAmount aDayAndAnHour = TimeAmount.parse("P1DT1H", ClockKind.WALL);

        assertThat(times.add(at("2026-09-30T23:00"), aDayAndAnHour)).isEqualTo(at("2026-10-02T00:00"));
    }

    @Test
    void noTimeAtAllIsDueAtOnceEvenAtNight() {
        assertThat(times.add(at("2026-11-21T23:00"), hours(0))).isEqualTo(at("2026-11-21T23:00"));
    }

    @Test
    void fromFridayAtFiveToMondayAtElevenThereAreFourServiceHours() {
        assertThat(times.between(at("2026-11-20T17:00"), at("2026-11-23T11:00")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(times.between(at("2026-10-01T00:00"), at("2026-10-08T00:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(times.between(at("2026-10-09T17:00"), at("2026-10-12T09:00")))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void thereIsNoServiceTimeBackwards() {
        assertThat(times.between(at("2026-11-23T11:00"), at("2026-11-20T17:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void whatWasPausedEndsAsLateAsItWasPaused() {
        Instant dueAt = times.add(at("2026-11-20T16:00"), hours(4));
        Duration left = times.between(at("2026-11-20T17:00"), dueAt);

        assertThat(times.add(at("2026-11-24T10:00"), TimeAmount.of(left, ClockKind.SERVICE)))
                .isEqualTo(at("2026-11-24T13:00"));
    }

    @Test
    void aCenterThatNeverOpensIsNone() {
        assertThatThrownBy(() -> new OpeningTimes(Sites.CHINA, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TimeAmount hours(int hours) {
        return TimeAmount.of(Duration.ofHours(hours), ClockKind.SERVICE);
    }

    private static TimeAmount days(int days) {
        return new TimeAmount(days, Duration.ZERO, ClockKind.SERVICE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Sites.CHINA).toInstant();
    }

    private static Map<DayOfWeek, Hours> mondayToFriday() {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), USUAL);
        }
        return week;
    }

    private static Map<LocalDate, Optional<Hours>> nationalDay() {
        Map<LocalDate, Optional<Hours>> days = new HashMap<>();
        LocalDate.parse("2026-10-01")
                .datesUntil(LocalDate.parse("2026-10-08"))
                .forEach(day -> days.put(day, Optional.empty()));
        days.put(LocalDate.parse("2026-09-20"), Optional.of(USUAL));
        days.put(LocalDate.parse("2026-10-10"), Optional.of(USUAL));
        return days;
    }
}
