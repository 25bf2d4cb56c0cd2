package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.shared.Ids;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.diandan.shared.Urgency;

/** Visits and attendances in every state, brought there by their verbs alone, without a database. */
final class Examples {

    /** Monday afternoon in China. */
    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    static final Instant BEGIN = NOW.plus(Duration.ofHours(1));
    static final Instant END = NOW.plus(Duration.ofHours(2));
    static final Set<Who> VOLUNTEER = Set.of(Who.VOLUNTEER);
    static final Set<Who> DISPATCHER = Set.of(Who.DISPATCHER);
    static final Set<Who> LEAD = Set.of(Who.LEAD_VOLUNTEER);
    static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    static final UUID WANG = id();

    private Examples() {}

    static UUID id() {
        return IDS.of("371625");
    }

    static Visit planned() {
        var plan = new PlannedPlaces(
                id(), 1, 1, 1, id(), id(), "home-haircut", "371625003010", Urgency.NORMAL, false, BEGIN, END, 1);
        return new Visit(id(), plan, "012345", NOW);
    }

    static Visit visitIn(VisitState state) {
        Visit visit = planned();
        switch (state) {
            case PLANNED -> {}
            case CANCELLED -> visit.cancel(NOW);
            case OPEN -> visit.open(NOW);
            default -> {
                visit.open(NOW);
                visit.report(LEAD, VisitOutcome.valueOf(state.name()), "done", WANG, NOW);
            }
        }
        assertThat(visit.state()).isEqualTo(state);
        return visit;
    }

    static Attendance expected() {
        return new Attendance(id(), planned(), WANG, false, WANG, null, NOW);
    }

    static Attendance attendanceIn(AttendanceState state) {
        Attendance attendance = expected();
        switch (state) {
            case EXPECTED -> {}
            case CHECKED_IN -> attendance.checkIn(VOLUNTEER, null, BEGIN);
            case CHECKED_OUT -> {
                attendance.checkIn(VOLUNTEER, null, BEGIN);
                attendance.checkOut(VOLUNTEER, null, END);
            }
            case WITHDRAWN -> attendance.withdraw(VOLUNTEER, AttendanceReason.ILL, false, NOW);
            case RELEASED -> attendance.release(Set.of(Who.LEADER), AttendanceReason.ENOUGH_PEOPLE, NOW);
            case SUPERSEDED -> attendance.supersede(NOW);
            case NO_SHOW -> attendance.miss(NOW);
            case EXCUSED -> attendance.excuse(DISPATCHER, AttendanceReason.ILL, WANG, NOW);
        }
        assertThat(attendance.state()).isEqualTo(state);
        return attendance;
    }

    static Refused assertRefused(ProblemType type, ThrowingCallable act) {
        var refused = catchThrowableOfType(Refused.class, act);
        assertThat(refused).as("refused as %s", type.slug()).isNotNull();
        assertThat(refused.type()).isEqualTo(type);
        return refused;
    }
}
