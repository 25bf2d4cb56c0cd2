package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diandan.shared.TimeWindow;
import org.junit.jupiter.api.Test;

class DiaryTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void aWeekIsCountedFromMondayInTheZoneOfTheHomeCenter() {
        TimeWindow sundayNight = hourFrom("2026-11-22T15:30:00Z");
        TimeWindow mondayInChina = hourFrom("2026-11-22T16:30:00Z");
        TimeWindow sunday = hourFrom("2026-11-29T12:00:00Z");
        Diary diary = new Diary(List.of(sundayNight, mondayInChina, sunday), CHINA);

        assertThat(diary.visitsInWeekOf(Instant.parse("2026-11-25T00:00:00Z"))).isEqualTo(2);
        assertThat(diary.visitsInWeekOf(Instant.parse("2026-11-22T15:59:59Z"))).isEqualTo(1);
    }

    @Test
    void visitsThatShareAMomentClashAndThoseThatTouchDoNot() {
        Diary diary = new Diary(List.of(hourFrom("2026-11-23T06:00:00Z")), CHINA);

        assertThat(diary.clashesWith(hourFrom("2026-11-23T06:59:59Z"))).isTrue();
        assertThat(diary.clashesWith(hourFrom("2026-11-23T07:00:00Z"))).isFalse();
        assertThat(diary.clashesWith(hourFrom("2026-11-23T05:00:00Z"))).isFalse();
    }

    private static TimeWindow hourFrom(String instant) {
        Instant from = Instant.parse(instant);
        return new TimeWindow(from, from.plus(Duration.ofHours(1)));
    }
}
