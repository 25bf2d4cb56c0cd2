package org.diandan.offers;

import static org.diandan.offers.OfferState.*;
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
import org.diandan.visits.Who;

/** What may be done to an offer: from where, to where, by whom. */
public enum OfferAction {
    MAKE(fromNothing(), OPEN, by(PROGRAM)),
    /** Takes a place from the open pool: an offer that volunteers make to themselves. */
    CLAIM(fromNothing(), ACCEPTED, by(VOLUNTEER)),
    /** Waits for a place at a visit that is full. */
    WAIT(fromNothing(), WAITLISTED, by(VOLUNTEER)),
    /** A place was freed: whoever waits is asked first. */
    CALL_UP(from(WAITLISTED), OPEN, by(PROGRAM)),
    ACCEPT(from(OPEN), ACCEPTED, by(VOLUNTEER, LEADER, CLERK, DISPATCHER)),
    DECLINE(from(OPEN, WAITLISTED), DECLINED, by(VOLUNTEER, LEADER, CLERK, DISPATCHER)),
    EXPIRE(from(OPEN), EXPIRED, by(PROGRAM)),
    SUPERSEDE(from(OPEN, WAITLISTED), SUPERSEDED, by(PROGRAM));

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<OfferState> from;

    private final OfferState to;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<Who> by;

    OfferAction(Set<OfferState> from, OfferState to, Set<Who> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verbs that these may use on an offer in this state. */
    static List<OfferAction> open(OfferState state, Set<Who> who) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(who))
                .toList();
    }

    boolean isFor(Set<Who> who) {
        return !Collections.disjoint(by, who);
    }

    /** The states that the verb may be used in; none for those that begin an offer. */
    public Set<OfferState> from() {
        return Collections.unmodifiableSet(from);
    }

    /** The state that the verb leads to. */
    public OfferState to() {
        return to;
    }

    /** Who may use the verb. */
    public Set<Who> by() {
        return Collections.unmodifiableSet(by);
    }

    /** The verb as it stands in paths and in news: {@code call-up}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<OfferState> fromNothing() {
        return EnumSet.noneOf(OfferState.class);
    }

    private static Set<OfferState> from(OfferState... states) {
        Set<OfferState> set = EnumSet.noneOf(OfferState.class);
        Collections.addAll(set, states);
        return set;
    }

    private static Set<Who> by(Who first, Who... others) {
        return EnumSet.of(first, others);
    }
}
