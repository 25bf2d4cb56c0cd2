package org.diandan.visits;

import static org.diandan.visits.VisitState.*;
import static org.diandan.visits.Who.DISPATCHER;
import static org.diandan.visits.Who.LEADER;
import static org.diandan.visits.Who.LEAD_VOLUNTEER;
import static org.diandan.visits.Who.PROGRAM;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be done to a visit: from where, to where, by whom. */
public enum VisitAction {
    PLAN(fromNothing(), to(PLANNED), by(PROGRAM)),
    /** The first check-in. */
    OPEN(from(PLANNED), to(VisitState.OPEN), by(PROGRAM)),
    /** Names who leads at the visit. */
    LEAD(from(PLANNED, VisitState.OPEN), to(PLANNED, VisitState.OPEN), by(LEADER)),
    /** Volunteers are asked farther around. */
    WIDEN(from(PLANNED), to(PLANNED), by(PROGRAM)),
    /** Ends it; the leader and the dispatcher once the report is overdue. */
    REPORT(
            from(VisitState.OPEN),
            to(DONE, PARTLY_DONE, NOBODY_HOME, REFUSED_AT_DOOR, UNSAFE),
            by(LEAD_VOLUNTEER, LEADER, DISPATCHER)),
    CANCEL(from(PLANNED), to(CANCELLED), by(PROGRAM));

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<VisitState> from;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<VisitState> to;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<Who> by;

    VisitAction(Set<VisitState> from, Set<VisitState> to, Set<Who> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verbs that these may use on a visit in this state. */
    static List<VisitAction> open(VisitState state, Set<Who> who) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(who))
                .toList();
    }

    boolean isFor(Set<Who> who) {
        return !Collections.disjoint(by, who);
    }

    /** The states that the verb may be used in; none for {@link #PLAN}. */
    public Set<VisitState> from() {
        return Collections.unmodifiableSet(from);
    }

    /** The states that the verb may lead to. */
    public Set<VisitState> to() {
        return Collections.unmodifiableSet(to);
    }

    /** Who may use the verb. */
    public Set<Who> by() {
        return Collections.unmodifiableSet(by);
    }

    /** The verb as it stands in paths and in news: {@code report}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<VisitState> fromNothing() {
        return EnumSet.noneOf(VisitState.class);
    }

    private static Set<VisitState> from(VisitState... states) {
        return to(states);
    }

    private static Set<VisitState> to(VisitState... states) {
        Set<VisitState> set = EnumSet.noneOf(VisitState.class);
        Collections.addAll(set, states);
        return set;
    }

    private static Set<Who> by(Who first, Who... others) {
        return EnumSet.of(first, others);
    }
}
