package org.diandan.visits;

import static org.diandan.visits.AttendanceState.*;
import static org.diandan.visits.Who.CLERK;
import static org.diandan.visits.Who.DISPATCHER;
import static org.diandan.visits.Who.LEADER;
import static org.diandan.visits.Who.PROGRAM;
import static org.diandan.visits.Who.VOLUNTEER;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be done to an attendance: from where, to where, by whom. */
public enum AttendanceAction {
    /** By the volunteer's own act, or by somebody who heard the consent and is named. */
    JOIN(fromNothing(), EXPECTED, by(VOLUNTEER, LEADER, CLERK, DISPATCHER)),
    CHECK_IN(from(EXPECTED), CHECKED_IN, by(VOLUNTEER)),
    CHECK_OUT(from(CHECKED_IN), CHECKED_OUT, by(VOLUNTEER)),
    /** Nobody checked out in time: ends with the planned end and is flagged. */
    CLOSE(from(CHECKED_IN), CHECKED_OUT, by(PROGRAM)),
    WITHDRAW(from(EXPECTED), WITHDRAWN, by(VOLUNTEER)),
    RELEASE(from(EXPECTED), RELEASED, by(LEADER, PROGRAM)),
    SUPERSEDE(from(EXPECTED), SUPERSEDED, by(PROGRAM)),
    MISS(from(EXPECTED), NO_SHOW, by(PROGRAM)),
    DISPUTE(from(NO_SHOW), NO_SHOW, by(VOLUNTEER)),
    UPHOLD(from(NO_SHOW), NO_SHOW, by(DISPATCHER)),
    EXCUSE(from(EXPECTED, NO_SHOW), EXCUSED, by(DISPATCHER));

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<AttendanceState> from;

    private final AttendanceState to;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<Who> by;

    AttendanceAction(Set<AttendanceState> from, AttendanceState to, Set<Who> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verbs that these may use on an attendance in this state. */
    static List<AttendanceAction> open(@Nullable AttendanceState state, Set<Who> who) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(who))
                .toList();
    }

    boolean isFor(Set<Who> who) {
        return !Collections.disjoint(by, who);
    }

    /** The states that the verb may be used in; none for {@link #JOIN}. */
    public Set<AttendanceState> from() {
        return Collections.unmodifiableSet(from);
    }

    /** The state that the verb leads to. */
    public AttendanceState to() {
        return to;
    }

    /** Who may use the verb. */
    public Set<Who> by() {
        return Collections.unmodifiableSet(by);
    }

    /** The verb as it stands in paths and in news: {@code check-in}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<AttendanceState> fromNothing() {
        return EnumSet.noneOf(AttendanceState.class);
    }

    private static Set<AttendanceState> from(AttendanceState... states) {
        Set<AttendanceState> set = EnumSet.noneOf(AttendanceState.class);
        Collections.addAll(set, states);
        return set;
    }

    private static Set<Who> by(Who first, Who... others) {
        return EnumSet.of(first, others);
    }
}
