package org.diandan.matching;

import static org.diandan.matching.RoutingState.ACCEPTED;
import static org.diandan.matching.RoutingState.DECLINED;
import static org.diandan.matching.RoutingState.ENDED;
import static org.diandan.matching.RoutingState.HANDED_BACK;
import static org.diandan.matching.RoutingState.PROPOSED;
import static org.diandan.matching.RoutingState.TIMED_OUT;
import static org.diandan.matching.RoutingState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be done to a routing: from where, to where, by whom. PROPOSE begins one and has no state before it. */
public enum RoutingAction {
    PROPOSE(null, PROPOSED, By.PROGRAM_OR_DISPATCHER),
    ACCEPT(PROPOSED, ACCEPTED, By.LEADER),
    DECLINE(PROPOSED, DECLINED, By.LEADER),
    TIME_OUT(PROPOSED, TIMED_OUT, By.PROGRAM),
    WITHDRAW(PROPOSED, WITHDRAWN, By.PROGRAM_OR_DISPATCHER),
    HAND_BACK(ACCEPTED, HANDED_BACK, By.ORDER),
    END(ACCEPTED, ENDED, By.ORDER);

    /** Who brings an action about. */
    public enum By {
        /** A leader of the team, by a verb of the API. */
        LEADER,
        /** The program, when a time has come. */
        PROGRAM,
        /** The program, or a dispatcher who overrules it. */
        PROGRAM_OR_DISPATCHER,
        /** Whoever moved the order: the routing follows. */
        ORDER
    }

    private final @Nullable RoutingState from;
    private final RoutingState to;
    private final By by;

    RoutingAction(@Nullable RoutingState from, RoutingState to, By by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The state that it starts from; absent for the one that begins a routing. */
    public @Nullable RoutingState from() {
        return from;
    }

    public RoutingState to() {
        return to;
    }

    public By by() {
        return by;
    }

    /** The verb's name in the API and in events: {@code hand-back}. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verbs that somebody may use on a routing in this state: what a client shows as buttons. */
    static List<String> open(RoutingState state, boolean leader) {
        return Arrays.stream(values())
                .filter(action -> action.from == state && action.by == By.LEADER && leader)
                .map(RoutingAction::verb)
                .toList();
    }
}
