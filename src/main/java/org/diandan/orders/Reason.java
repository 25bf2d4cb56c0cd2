package org.diandan.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Why an order was refused, held, handed back, changed, given up, cancelled or reopened; each verb takes some of them. */
public enum Reason {
    OUTSIDE_CATALOGUE(OrderAction.REFUSE),
    NOT_ELIGIBLE(OrderAction.REFUSE),
    COMMERCIAL_REQUEST(OrderAction.REFUSE),
    UNSAFE_REQUEST(OrderAction.REFUSE, OrderAction.CANCEL),
    DUPLICATE(OrderAction.REFUSE, OrderAction.CANCEL, OrderAction.MERGE),
    WRONG_CENTER(OrderAction.TRANSFER),
    RESIDENT_ASKED(OrderAction.HOLD, OrderAction.CHANGE, OrderAction.CANCEL),
    RESIDENT_AWAY(OrderAction.HOLD),
    WEATHER(OrderAction.HOLD, OrderAction.CHANGE),
    MATERIAL_MISSING(OrderAction.HOLD, OrderAction.CHANGE),
    TEAM_OVERLOADED(OrderAction.HAND_BACK, OrderAction.HOLD),
    NOT_QUALIFIED(OrderAction.HAND_BACK),
    NEED_DIFFERS(OrderAction.HAND_BACK, OrderAction.CHANGE),
    NOT_PREPARED_IN_TIME(OrderAction.HAND_BACK),
    TEAM_DISSOLVED(OrderAction.CHANGE, OrderAction.HAND_BACK),
    PREPARED_ANEW(OrderAction.CHANGE),
    NO_TEAM_FOUND(OrderAction.GIVE_UP),
    NO_LONGER_NEEDED(OrderAction.CANCEL),
    SOLVED_OTHERWISE(OrderAction.CANCEL),
    NO_ANSWER(OrderAction.CANCEL),
    NOT_DONE(OrderAction.REOPEN),
    DONE_BADLY(OrderAction.REOPEN),
    PROBLEM_CAME_BACK(OrderAction.REOPEN),
    NOT_A_DUPLICATE(OrderAction.UNMERGE),
    ORIGINAL_ENDED(OrderAction.UNMERGE),
    /** With the words that explain it. */
    OTHER(
            OrderAction.REFUSE,
            OrderAction.HOLD,
            OrderAction.HAND_BACK,
            OrderAction.CHANGE,
            OrderAction.GIVE_UP,
            OrderAction.CANCEL,
            OrderAction.REOPEN,
            OrderAction.TRANSFER);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the compiler cannot see
    private final Set<OrderAction> actions;

    Reason(OrderAction... actions) {
        this.actions = Set.of(actions);
    }

    /** Tells whether the verb takes this reason. */
    public boolean isFor(OrderAction action) {
        return actions.contains(action);
    }

    /** The reasons that the verb takes. */
    static List<Reason> of(OrderAction action) {
        return Arrays.stream(values()).filter(reason -> reason.isFor(action)).toList();
    }
}
