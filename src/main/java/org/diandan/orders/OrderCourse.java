package org.diandan.orders;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Refused;

/**
 * Where an order stands in the table of {@link OrderAction}. The only writer of its state is {@code move}, which leaves a
 * {@link Step} that the history and the news are made of.
 */
@MappedSuperclass
abstract class OrderCourse {

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private String number;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private Instant changedAt;

    @Transient
    private final List<Step> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    OrderCourse() {}

    /** Begins the course: the order is placed. */
    OrderCourse(String center, UUID id, String number, Caller requester, Instant now) {
        this.center = center;
        this.id = id;
        this.number = number;
        this.state = OrderState.SUBMITTED;
        this.changedAt = now;
        steps.add(new Step(OrderAction.PLACE, null, state, requester, Why.NONE, now));
    }

    /** @throws Refused 403 if the verb is never theirs, 409 if it is not possible now */
    final void check(OrderAction action, Caller caller) {
        caller.partFor(action);
        if (!action.from().contains(state)) {
            throw refusedNow(action, caller.parts());
        }
    }

    final Refused refusedNow(OrderAction action, Set<Part> parts) {
        return OrderProblem.NOT_NOW
                .because(number, action, state)
                .with("state", state)
                .with("actions", OrderAction.open(state, parts));
    }

    /** Goes where the verb leads, for verbs that lead to one state only. */
    final void move(OrderAction action, Caller caller, Why why, Instant now) {
        if (action.to().size() != 1) {
            throw new IllegalStateException(action + " leads to " + action.to());
        }
        move(action, action.to().iterator().next(), caller, why, now);
    }

    final void move(OrderAction action, OrderState target, Caller caller, Why why, Instant now) {
        check(action, caller);
        if (!action.to().contains(target)) {
            throw new IllegalStateException(action + " does not lead to " + target);
        }
        steps.add(new Step(action, state, target, caller, why, now));
        state = target;
        changedAt = now;
    }

    /** The transitions since the last call, for the history and the news. */
    final List<Step> takeSteps() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    final boolean hasSteps() {
        return !steps.isEmpty();
    }

    final String center() {
        return center;
    }

    final UUID id() {
        return id;
    }

    final int version() {
        return version;
    }

    final String number() {
        return number;
    }

    final OrderState state() {
        return state;
    }

    final Instant changedAt() {
        return changedAt;
    }
}
