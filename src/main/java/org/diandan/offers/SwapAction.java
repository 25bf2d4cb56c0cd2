package org.diandan.offers;

import static org.diandan.offers.SwapState.ACCEPTED;
import static org.diandan.offers.SwapState.ASKED;
import static org.diandan.offers.SwapState.DECLINED;
import static org.diandan.offers.SwapState.DONE;
import static org.diandan.offers.SwapState.EXPIRED;
import static org.diandan.offers.SwapState.REFUSED;
import static org.diandan.offers.SwapState.WITHDRAWN;
import static org.diandan.offers.SwapWho.CLERK;
import static org.diandan.offers.SwapWho.DISPATCHER;
import static org.diandan.offers.SwapWho.GIVER;
import static org.diandan.offers.SwapWho.LEADER;
import static org.diandan.offers.SwapWho.PROGRAM;
import static org.diandan.offers.SwapWho.TAKER;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be done to a swap: from where, to where, by whom. Each of the three may say no. */
public enum SwapAction {
    ASK(fromNothing(), ASKED, by(GIVER)),
    /** By the other's own act, or by somebody who heard the consent and is named. */
    ACCEPT(from(ASKED), ACCEPTED, by(TAKER, LEADER, CLERK, DISPATCHER)),
    DECLINE(from(ASKED), DECLINED, by(TAKER, LEADER, CLERK, DISPATCHER)),
    /** One of the two takes it back as long as nobody has agreed. */
    WITHDRAW(from(ASKED, ACCEPTED), WITHDRAWN, by(GIVER, TAKER)),
    /** The place changes hands. */
    AGREE(from(ACCEPTED), DONE, by(LEADER, DISPATCHER)),
    REFUSE(from(ASKED, ACCEPTED), REFUSED, by(LEADER, DISPATCHER)),
    EXPIRE(from(ASKED, ACCEPTED), EXPIRED, by(PROGRAM));

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<SwapState> from;

    private final SwapState to;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, which the compiler cannot see
    private final Set<SwapWho> by;

    SwapAction(Set<SwapState> from, SwapState to, Set<SwapWho> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verbs that these may use on a swap in this state. */
    static List<SwapAction> open(SwapState state, Set<SwapWho> who) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(who))
                .toList();
    }

    boolean isFor(Set<SwapWho> who) {
        return !Collections.disjoint(by, who);
    }

    /** The states that the verb may be used in; none for {@link #ASK}. */
    public Set<SwapState> from() {
        return Collections.unmodifiableSet(from);
    }

    /** The state that the verb leads to. */
    public SwapState to() {
        return to;
    }

    /** Who may use the verb. */
    public Set<SwapWho> by() {
        return Collections.unmodifiableSet(by);
    }

    private static Set<SwapState> fromNothing() {
        return EnumSet.noneOf(SwapState.class);
    }

    private static Set<SwapState> from(SwapState... states) {
        Set<SwapState> set = EnumSet.noneOf(SwapState.class);
        Collections.addAll(set, states);
        return set;
    }

    private static Set<SwapWho> by(SwapWho first, SwapWho... others) {
        return EnumSet.of(first, others);
    }
}
