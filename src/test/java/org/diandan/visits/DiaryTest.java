package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diandan.shared.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiaryTest {

    private static final String JINXIU = "371625003010";
    private static final String NEXT_VILLAGE = "371625003011";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void aWeekIsCountedFromMondayInTheZoneOfTheHomeCenter() {
        TimeWindow sundayNight = hourFrom("2026-11-22T15:30:00Z");
        TimeWindow mondayInChina = hourFrom("2026-11-22T16:30:00Z");
        TimeWindow sunday = hourFrom("2026-11-29T12:00:00Z");
        Diary diary = new Diary(List.of(at(JINXIU, sundayNight), at(JINXIU, mondayInChina), at(JINXIU, sunday)), CHINA);

        assertThat(diary.visitsInWeekOf(Instant.parse("2026-11-25T00:00:00Z"))).isEqualTo(2);
        assertThat(diary.visitsInWeekOf(Instant.parse("2026-11-22T15:59:59Z"))).isEqualTo(1);
    }

    @Test
    void visitsThatShareAMomentClashAndThoseThatTouchInOneVillageDoNot() {
        Diary diary = new Diary(List.of(at(JINXIU, hourFrom("2026-11-23T06:00:00Z"))), CHINA);

        assertThat(clashes(diary, "2026-11-23T06:59:59Z", JINXIU)).isTrue();
        assertThat(clashes(diary, "2026-11-23T07:00:00Z", JINXIU)).isFalse();
        assertThat(clashes(diary, "2026-11-23T05:00:00Z", JINXIU)).isFalse();
    }

    /** Fails when the way is taken out of the diary. */
    @Test
    void theWayFromOneVillageToTheNextTakesTimeBeforeAndAfter() {
        Diary diary = new Diary(List.of(at(JINXIU, hourFrom("2026-11-23T06:00:00Z"))), CHINA);

        assertThat(clashes(diary, "2026-11-23T07:23:59Z", NEXT_VILLAGE)).isTrue();
        assertThat(clashes(diary, "2026-11-23T07:24:00Z", NEXT_VILLAGE)).isFalse();
        assertThat(clashes(diary, "2026-11-23T04:36:01Z", NEXT_VILLAGE)).isTrue();
        assertThat(clashes(diary, "2026-11-23T04:36:00Z", NEXT_VILLAGE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "371625003010, 371625003010,     0",
        "371625003010, 371625003010-001, 0",
        "371625003010, 371625003,        1",
        "371625003010, 371625003011,     2",
        "371625003010, 371625004001,     4",
        "371625003010, 371625,           2",
        "371625003010, 371602001001,     6"
    })
    void theWayIsCountedInStepsAlongTheTreeOfDivisions(String one, String other, int steps) {
        assertThat(Travel.steps(one, other)).isEqualTo(steps);
        assertThat(Travel.steps(other, one)).isEqualTo(steps);
    }

    /** Four kilometres a step at twenty an hour. */
    private static boolean clashes(Diary diary, String from, String site) {
        return diary.clashesWith(
                hourFrom(from), site, (one, other) -> Duration.ofMinutes(12L * Travel.steps(one, other)));
    }

    private static Diary.Entry at(String site, TimeWindow time) {
        return new Diary.Entry(time, site);
    }

    private static TimeWindow hourFrom(String instant) {
        Instant from = Instant.parse(instant);
        return new TimeWindow(from, from.plus(Duration.ofHours(1)));
    }
}
