package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.TODAY;
import static org.diandan.volunteers.VolunteersProblem.GUARDIAN_NEEDED;
import static org.diandan.volunteers.VolunteersProblem.TOO_YOUNG;
import static org.diandan.volunteers.VolunteersProblem.WINDOWS_OVERLAP;
import static org.diandan.volunteers.VolunteersProblem.WINDOW_BACKWARDS;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolunteerTest {

    @Test
    void aChildUnderFourteenIsRefusedEvenWithAGuardian() {
        assertRefused(TOO_YOUNG, () -> Someone.bornOnWithGuardian("2012-11-24"));
    }

    @Test
    void onTheFourteenthBirthdayAGuardianMayConsent() {
        assertThat(Someone.bornOnWithGuardian("2012-11-23").guardianPhone()).isEqualTo("13800000002");
    }

    @Test
    void aMinorWithoutAGuardianIsRefused() {
        assertRefused(GUARDIAN_NEEDED, () -> Someone.bornOn("2008-11-24"));
    }

    @Test
    void onTheEighteenthBirthdayNobodyElseIsAsked() {
        assertThat(Someone.bornOn("2008-11-23").isMinor(TODAY)).isFalse();
    }

    @Test
    void aGuardianWhoIsNotNeededIsNotKept() {
        assertThat(Someone.bornOnWithGuardian("1990-05-01").guardianName()).isNull();
    }

    @Test
    void aMinorGrowsUp() {
        var volunteer = Someone.bornOnWithGuardian("2009-03-01");

        assertThat(volunteer.isMinor(TODAY)).isTrue();
        assertThat(volunteer.isMinor(TODAY.plusYears(1))).isFalse();
    }

    @Test
    void aVolunteerHelpsAtHomeAndWhereTheTeamsAre() {
        var volunteer = Someone.grownUp();

        volunteer.helpsIn("210321");
        volunteer.helpsIn("210321");

        assertThat(volunteer.centers()).containsExactly(Someone.BOXING, "210321");
    }

    @Test
    void availabilityIsToldByDayAndHour() {
        var volunteer = Someone.grownUp();

        volunteer.availableAt(List.of(
                window(DayOfWeek.SATURDAY, 14, 16),
                window(DayOfWeek.MONDAY, 9, 11),
                window(DayOfWeek.SATURDAY, 9, 14)));

        assertThat(volunteer.availability())
                .containsExactly(
                        window(DayOfWeek.MONDAY, 9, 11),
                        window(DayOfWeek.SATURDAY, 9, 14),
                        window(DayOfWeek.SATURDAY, 14, 16));
    }

    @Test
    void twoTimesOfOneDayDoNotOverlap() {
        var volunteer = Someone.grownUp();

        assertRefused(
                WINDOWS_OVERLAP,
                () -> volunteer.availableAt(
                        List.of(window(DayOfWeek.MONDAY, 9, 11), window(DayOfWeek.MONDAY, 10, 12))));
    }

    @Test
    void aTimeEndsAfterItBegins() {
        var volunteer = Someone.grownUp();

        assertRefused(WINDOW_BACKWARDS, () -> volunteer.availableAt(List.of(window(DayOfWeek.MONDAY, 11, 11))));
    }

    private static WeeklyWindow window(DayOfWeek day, int from, int to) {
        return new WeeklyWindow(day, LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
