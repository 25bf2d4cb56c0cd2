package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.AttendanceState.CHECKED_IN;
import static org.diandan.visits.AttendanceState.EXPECTED;
import static org.diandan.visits.AttendanceState.NO_SHOW;
import static org.diandan.visits.Examples.BEGIN;
import static org.diandan.visits.Examples.DISPATCHER;
import static org.diandan.visits.Examples.END;
import static org.diandan.visits.Examples.NOW;
import static org.diandan.visits.Examples.VOLUNTEER;
import static org.diandan.visits.Examples.WANG;
import static org.diandan.visits.Examples.assertRefused;
import static org.diandan.visits.Examples.attendanceIn;
import static org.diandan.visits.Examples.id;
import static org.diandan.visits.Examples.planned;
import static org.diandan.visits.VisitsProblem.ALREADY_DECIDED;
import static org.diandan.visits.VisitsProblem.ALREADY_DISPUTED;
import static org.diandan.visits.VisitsProblem.ATTENDANCE_NOT_NOW;
import static org.diandan.visits.VisitsProblem.CONSENT_UNHEARD;
import static org.diandan.visits.VisitsProblem.DEVICE_TIME;
import static org.diandan.visits.VisitsProblem.DISPUTE_TOO_LATE;
import static org.diandan.visits.VisitsProblem.NOT_DISPUTED;
import static org.diandan.visits.VisitsProblem.NOT_YOURS;
import static org.diandan.visits.VisitsProblem.REASON_TEXT_MISSING;
import static org.diandan.visits.VisitsProblem.REASON_UNKNOWN;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.diandan.shared.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttendanceTest {

    private static final Map<
                    AttendanceAction, BiFunction<Attendance, Set<Who>, Step<AttendanceAction, AttendanceState>>>
            VERBS = Map.of(
                    AttendanceAction.CHECK_IN, (attendance, who) -> attendance.checkIn(who, null, BEGIN),
                    AttendanceAction.CHECK_OUT, (attendance, who) -> attendance.checkOut(who, null, END),
                    AttendanceAction.CLOSE, (attendance, who) -> attendance.close(END, END),
                    AttendanceAction.WITHDRAW,
                            (attendance, who) -> attendance.withdraw(who, AttendanceReason.ILL, true, NOW),
                    AttendanceAction.RELEASE,
                            (attendance, who) -> attendance.release(who, AttendanceReason.ENOUGH_PEOPLE, NOW),
                    AttendanceAction.SUPERSEDE, (attendance, who) -> attendance.supersede(NOW),
                    AttendanceAction.MISS, (attendance, who) -> attendance.miss(NOW),
                    AttendanceAction.DISPUTE, (attendance, who) -> attendance.dispute(who, "我在场", NOW),
                    AttendanceAction.EXCUSE,
                            (attendance, who) -> attendance.excuse(who, AttendanceReason.WAS_THERE, WANG, NOW));

    /** Written down once more, so that a slip in the table is seen. */
    private static final Map<AttendanceAction, Set<AttendanceState>> POSSIBLE = Map.of(
            AttendanceAction.CHECK_IN, EnumSet.of(EXPECTED),
            AttendanceAction.CHECK_OUT, EnumSet.of(CHECKED_IN),
            AttendanceAction.CLOSE, EnumSet.of(CHECKED_IN),
            AttendanceAction.WITHDRAW, EnumSet.of(EXPECTED),
            AttendanceAction.RELEASE, EnumSet.of(EXPECTED),
            AttendanceAction.SUPERSEDE, EnumSet.of(EXPECTED),
            AttendanceAction.MISS, EnumSet.of(EXPECTED),
            AttendanceAction.DISPUTE, EnumSet.of(NO_SHOW),
            AttendanceAction.EXCUSE, EnumSet.of(EXPECTED, NO_SHOW));

    static Stream<Arguments> everyActionInEveryState() {
        return VERBS.keySet().stream()
                .flatMap(action -> Arrays.stream(AttendanceState.values()).map(state -> Arguments.of(action, state)));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryState")
    void aVerbIsPossibleWhereTheTableSaysSoAndNowhereElse(AttendanceAction action, AttendanceState state) {
        Attendance attendance = attendanceIn(state);
        Set<Who> who = action.by();

        if (POSSIBLE.get(action).contains(state)) {
            var step = VERBS.get(action).apply(attendance, who);
            assertThat(step).isEqualTo(new Step<>(action, state, action.to()));
            assertThat(attendance.state()).isEqualTo(action.to());
        } else {
            var refused =
                    assertRefused(ATTENDANCE_NOT_NOW, () -> VERBS.get(action).apply(attendance, who));
            assertThat(refused.members()).containsEntry("state", state).containsKey("actions");
            assertThat(attendance.state()).isEqualTo(state);
        }
    }

    @Test
    void nobodyDoesForAVolunteerWhatIsTheirs() {
        Set<Who> others = EnumSet.of(Who.LEADER, Who.CLERK, Who.DISPATCHER, Who.LEAD_VOLUNTEER);
        assertRefused(NOT_YOURS, () -> attendanceIn(EXPECTED).checkIn(others, null, BEGIN));
        assertRefused(NOT_YOURS, () -> attendanceIn(CHECKED_IN).checkOut(others, null, END));
        assertRefused(NOT_YOURS, () -> attendanceIn(EXPECTED).withdraw(others, AttendanceReason.ILL, false, NOW));
        assertRefused(NOT_YOURS, () -> attendanceIn(NO_SHOW).dispute(others, "x", NOW));
        assertRefused(NOT_YOURS, () -> attendanceIn(EXPECTED).release(VOLUNTEER, AttendanceReason.ILL, NOW));
        assertRefused(NOT_YOURS, () -> attendanceIn(NO_SHOW).excuse(VOLUNTEER, AttendanceReason.ILL, WANG, NOW));
    }

    @Test
    void noAttendanceExistsWithoutTheVolunteersOwnActOrSomebodyWhoHeardIt() {
        UUID clerk = id();
        assertRefused(CONSENT_UNHEARD, () -> new Attendance(id(), planned(), WANG, false, clerk, null, NOW));
        assertRefused(CONSENT_UNHEARD, () -> new Attendance(id(), planned(), WANG, false, clerk, " ", NOW));
        new Attendance(id(), planned(), WANG, false, clerk, "李站长", NOW);
    }

    @Test
    void whoGoesBeforeTheyCameHasAWrongClock() {
        Attendance attendance = attendanceIn(CHECKED_IN);
        assertRefused(DEVICE_TIME, () -> attendance.checkOut(VOLUNTEER, BEGIN.minusSeconds(1), END));
        assertThat(attendance.state()).isEqualTo(CHECKED_IN);
    }

    @Test
    void theTimeOfADeviceThatWasOfflineCountsAndOursIsKept() {
        Attendance attendance = attendanceIn(EXPECTED);
        attendance.checkIn(VOLUNTEER, BEGIN, END.plusSeconds(60));
        attendance.checkOut(VOLUNTEER, END, END.plusSeconds(90));
        assertThat(attendance.presence().given()).isEqualTo(new TimeWindow(BEGIN, END));
        assertThat(attendance.presence().checkedInAt()).isEqualTo(END.plusSeconds(60));
    }

    @Test
    void whatTheProgramClosesEndsAtThePlannedEndAndIsNoMoreThanPlanned() {
        Attendance early = attendanceIn(EXPECTED);
        early.checkIn(VOLUNTEER, null, BEGIN.minusSeconds(600));
        early.close(END, END.plus(Duration.ofHours(2)));
        assertThat(early.presence().isClosed()).isTrue();
        assertThat(early.presence().givenWithin(new TimeWindow(BEGIN, END))).isEqualTo(new TimeWindow(BEGIN, END));
    }

    @Test
    void aNoShowCanBeDisputedForSevenDaysOnce() {
        Attendance missed = attendanceIn(NO_SHOW);
        assertRefused(
                DISPUTE_TOO_LATE,
                () -> missed.dispute(
                        VOLUNTEER, "我在场", NOW.plus(Duration.ofDays(7)).plusSeconds(1)));
        missed.dispute(VOLUNTEER, "我在场", NOW.plus(Duration.ofDays(7)));
        assertRefused(ALREADY_DISPUTED, () -> missed.dispute(VOLUNTEER, "真的", NOW));
    }

    @Test
    void onlyWhatIsDisputedIsUpheldAndItIsDecidedOnce() {
        Attendance missed = attendanceIn(NO_SHOW);
        assertRefused(NOT_DISPUTED, () -> missed.uphold(DISPATCHER, AttendanceReason.NOT_SHOWN, WANG, NOW));
        missed.dispute(VOLUNTEER, "我在场", NOW);
        missed.uphold(DISPATCHER, AttendanceReason.NOT_SHOWN, WANG, NOW);
        assertThat(missed.state()).isEqualTo(NO_SHOW);
        assertRefused(NOT_DISPUTED, () -> missed.uphold(DISPATCHER, AttendanceReason.NOT_SHOWN, WANG, NOW));
        assertRefused(ALREADY_DECIDED, () -> missed.excuse(DISPATCHER, AttendanceReason.ILL, WANG, NOW));
        assertRefused(ALREADY_DISPUTED, () -> missed.dispute(VOLUNTEER, "真的", NOW));
    }

    @Test
    void eachVerbTakesItsOwnReasonsAndOtherNeedsWords() {
        assertRefused(
                REASON_UNKNOWN, () -> AttendanceReason.ENOUGH_PEOPLE.given(AttendanceAction.WITHDRAW, "not mine"));
        assertRefused(REASON_UNKNOWN, () -> AttendanceReason.PLAN_CHANGED.given(AttendanceAction.RELEASE, "program's"));
        assertRefused(REASON_TEXT_MISSING, () -> AttendanceReason.OTHER.given(AttendanceAction.WITHDRAW, " "));
        assertThat(AttendanceReason.OTHER.given(AttendanceAction.WITHDRAW, "车坏了"))
                .isEqualTo(AttendanceReason.OTHER);
    }
}
