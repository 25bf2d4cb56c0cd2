package org.diandan.orders;

import static org.diandan.orders.OrderState.*;
import static org.diandan.orders.Part.CENTER_DISPATCHER;
import static org.diandan.orders.Part.CLERK;
import static org.diandan.orders.Part.DISPATCHER;
import static org.diandan.orders.Part.EXPERT;
import static org.diandan.orders.Part.LEADER;
import static org.diandan.orders.Part.LEADING;
import static org.diandan.orders.Part.PROGRAM;
import static org.diandan.orders.Part.PROXY;
import static org.diandan.orders.Part.REQUESTER;
import static org.diandan.orders.Part.SERVED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be done to an order: from where, to where, by whom. One row per line of the order table in docs/domain.md. */
public enum OrderAction {
    PLACE(nowhere(), to(SUBMITTED), by(SERVED, PROXY, CLERK)),
    TAKE_ON(from(SUBMITTED), to(ROUTING), by(DISPATCHER, PROGRAM)),
    ASK(from(SUBMITTED), to(NEEDS_INFO), by(DISPATCHER)),
    ANSWER(from(NEEDS_INFO), to(SUBMITTED), by(REQUESTER, SERVED, PROXY, CLERK)),
    REFUSE(from(SUBMITTED, NEEDS_INFO), to(REJECTED), by(DISPATCHER)),
    APPEAL(from(REJECTED), to(SUBMITTED), by(REQUESTER, SERVED, PROXY)),
    MERGE(from(SUBMITTED), to(MERGED), by(DISPATCHER)),
    UNMERGE(from(MERGED), to(SUBMITTED), by(DISPATCHER, PROGRAM)),
    TRANSFER(from(SUBMITTED), to(CANCELLED), by(DISPATCHER)),
    ACCEPT_ROUTING(from(ROUTING), to(PREPARING), by(LEADER)),
    GIVE_UP(from(ROUTING), to(UNFULFILLED), by(CENTER_DISPATCHER)),
    ASSIGN(from(PREPARING), to(PREPARING), by(LEADER, PROGRAM)),
    SIGN_OFF(from(PREPARING), to(OFFERED), by(EXPERT)),
    HAND_BACK(from(PREPARING), to(ROUTING), by(EXPERT, LEADER, PROGRAM)),
    AGREE_TIME(from(OFFERED), to(OFFERED), by(SERVED, PROXY, CLERK)),
    SCHEDULE(from(OFFERED), to(SCHEDULED), by(PROGRAM)),
    DROP_BELOW(from(SCHEDULED), to(OFFERED), by(PROGRAM)),
    CHANGE(from(OFFERED, SCHEDULED), to(PREPARING), by(EXPERT, LEADER, PROGRAM)),
    NOBODY_CAME(from(SCHEDULED), to(PREPARING), by(PROGRAM)),
    START(from(SCHEDULED), to(IN_SERVICE), by(Part.ATTENDING)),
    FINISH(from(IN_SERVICE), to(AWAITING_RATING), by(LEADING, LEADER, DISPATCHER)),
    PARTLY_DONE(from(IN_SERVICE), to(OFFERED, PREPARING), by(LEADING)),
    NOT_POSSIBLE(from(IN_SERVICE), to(PREPARING), by(LEADING)),
    RATE(from(AWAITING_RATING, CLOSED), to(CLOSED), by(SERVED, PROXY, CLERK)),
    CLOSE_UNRATED(from(AWAITING_RATING), to(CLOSED), by(PROGRAM)),
    REOPEN(from(AWAITING_RATING, CLOSED, UNFULFILLED), to(ROUTING), by(SERVED, PROXY, DISPATCHER)),
    HOLD(from(SUBMITTED, NEEDS_INFO, ROUTING, PREPARING, OFFERED, SCHEDULED), to(ON_HOLD), by(DISPATCHER, LEADER)),
    RESUME(from(ON_HOLD), to(SUBMITTED, NEEDS_INFO, ROUTING, PREPARING), by(DISPATCHER, LEADER)),
    CANCEL(
            from(SUBMITTED, NEEDS_INFO, ROUTING, PREPARING, OFFERED, SCHEDULED, ON_HOLD),
            to(CANCELLED),
            by(REQUESTER, SERVED, PROXY, DISPATCHER, PROGRAM));

    // Unmodifiable sets, which the compiler cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<OrderState> from;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<OrderState> to;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Part> by;

    OrderAction(Set<OrderState> from, Set<OrderState> to, Set<Part> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verbs that someone with these parts may use on an order in this state: what a client shows as buttons. */
    public static List<OrderAction> open(OrderState state, Set<Part> parts) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(parts))
                .toList();
    }

    /** Tells whether one of these parts may ever use this verb. */
    public boolean isFor(Set<Part> parts) {
        return !Collections.disjoint(by, parts);
    }

    /** The states that the verb may be used in; none for {@link #PLACE}. */
    public Set<OrderState> from() {
        return from;
    }

    /** The states that the verb may lead to; more than one where the order itself knows which. */
    public Set<OrderState> to() {
        return to;
    }

    /** Who may use the verb. */
    public Set<Part> by() {
        return by;
    }

    /** The verb as it stands in paths and in news: {@code take-on}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<OrderState> nowhere() {
        return Set.of();
    }

    private static Set<OrderState> from(OrderState... states) {
        return setOf(OrderState.class, states);
    }

    private static Set<OrderState> to(OrderState... states) {
        return setOf(OrderState.class, states);
    }

    private static Set<Part> by(Part... parts) {
        return setOf(Part.class, parts);
    }

    private static <E extends Enum<E>> Set<E> setOf(Class<E> type, E[] values) {
        Set<E> set = EnumSet.noneOf(type);
        Collections.addAll(set, values);
        return Collections.unmodifiableSet(set);
    }
}
