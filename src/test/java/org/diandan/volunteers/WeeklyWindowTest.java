package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.diandan.shared.TimeWindow;
import org.junit.jupiter.api.Test;

class WeeklyWindowTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WeeklyWindow TUESDAY_AFTERNOON =
            new WeeklyWindow(DayOfWeek.TUESDAY, LocalTime.of(13, 0), LocalTime.of(17, 0));

    @Test
    void aTimeIsCoveredWhenItLiesInTheWindowWholeInTheZoneOfTheCenter() {
        assertThat(TUESDAY_AFTERNOON.covers(window("2026-11-24T05:00:00Z", "2026-11-24T09:00:00Z"), CHINA))
                .isTrue();
        assertThat(TUESDAY_AFTERNOON.covers(window("2026-11-24T04:59:00Z", "2026-11-24T09:00:00Z"), CHINA))
                .isFalse();
        assertThat(TUESDAY_AFTERNOON.covers(window("2026-11-24T05:00:00Z", "2026-11-24T09:01:00Z"), CHINA))
                .isFalse();
        assertThat(TUESDAY_AFTERNOON.covers(window("2026-11-25T05:00:00Z", "2026-11-25T09:00:00Z"), CHINA))
                .isFalse();
        assertThat(TUESDAY_AFTERNOON.covers(window("2026-11-24T05:00:00Z", "2026-12-01T06:00:00Z"), CHINA))
                .isFalse();
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from), Instant.parse(to));
    }
}
