package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.sites.Sites;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timers;

/**
 * Winds an order's clocks as it moves: which time limit runs in which state, and when the next thing is due. What
 * happens when one runs out is told by {@link OrderTimers}.
 */
@ApplicationScoped
class OrderClocks {

    static final String HOLD_REVIEW = "order.HOLD_REVIEW";

    private static final Map<OrderState, Limit> LIMITS = Map.of(
            OrderState.SUBMITTED, Limit.FIRST_LOOK,
            OrderState.NEEDS_INFO, Limit.RESIDENT_ANSWERS,
            OrderState.PREPARING, Limit.PREPARATION,
            OrderState.AWAITING_RATING, Limit.RATING_CLOSE);

    private final Timers timers;
    private final TimeLimits limits;
    private final Tasks tasks;
    private final Sites sites;

    OrderClocks(Timers timers, TimeLimits limits, Tasks tasks, Sites sites) {
        this.timers = timers;
        this.limits = limits;
        this.tasks = tasks;
        this.sites = sites;
    }

    static String kind(Limit limit) {
        return "order." + limit.name();
    }

    void moved(Order order, Step step) {
        if (step.from() == step.to()) {
            return;
        }
        if (step.from() != null) {
            stop(order, step);
        }
        start(order, step);
    }

    private void stop(Order order, Step step) {
        UUID id = order.id();
        switch (java.util.Objects.requireNonNull(step.from())) {
            case SUBMITTED -> stopFirstLook(order, step);
            case NEEDS_INFO -> {
                timers.cancel(kind(Limit.RESIDENT_ANSWERS), id);
                tasks.settle(TaskKind.CALL_RESIDENT, id);
            }
            case PREPARING -> {
                timers.cancel(kind(Limit.PREPARATION), id);
                tasks.settle(TaskKind.STAND_IN, id);
            }
            case AWAITING_RATING -> {
                timers.cancel(kind(Limit.RATING_CALL), id);
                timers.cancel(kind(Limit.RATING_CLOSE), id);
                tasks.settle(TaskKind.CALL_BACK, id);
            }
            case ON_HOLD -> timers.cancel(HOLD_REVIEW, id);
            case ROUTING, OFFERED, SCHEDULED, IN_SERVICE, CLOSED, REJECTED, UNFULFILLED, CANCELLED, MERGED -> {}
        }
    }

    /** The first look waits while the resident is asked or the order is held, and goes on with what was left. */
    private void stopFirstLook(Order order, Step step) {
        String kind = kind(Limit.FIRST_LOOK);
        boolean waits = step.to() == OrderState.NEEDS_INFO || step.to() == OrderState.ON_HOLD;
        if (waits) {
            timers.dueAt(kind, order.id())
                    .ifPresent(due -> timers.pause(kind, order.id(), left(order, Limit.FIRST_LOOK, step.at(), due)));
        } else {
            timers.cancel(kind, order.id());
            tasks.settle(TaskKind.FIRST_LOOK, order.id());
        }
    }

    private void start(Order order, Step step) {
        Limit limit = LIMITS.get(step.to());
        if (limit != null) {
            Instant due = step.to() == OrderState.SUBMITTED ? firstLook(order, step) : due(order, limit, step.at());
            timers.set(kind(limit), order.id(), due);
            order.dueAt(due);
        }
        switch (step.to()) {
            case AWAITING_RATING ->
                timers.set(kind(Limit.RATING_CALL), order.id(), due(order, Limit.RATING_CALL, step.at()));
            case ROUTING -> order.dueAt(due(order, Limit.TEAM_ANSWERS, step.at()));
            case ON_HOLD -> hold(order);
            case SUBMITTED, NEEDS_INFO, PREPARING, OFFERED, SCHEDULED, IN_SERVICE -> {}
            case CLOSED, REJECTED, UNFULFILLED, CANCELLED, MERGED -> {
                timers.cancelAll(order.id());
                tasks.settle(TaskKind.FIRST_LOOK, order.id());
            }
        }
    }

    private Instant firstLook(Order order, Step step) {
        if (step.from() == null) {
            return due(order, Limit.FIRST_LOOK, step.at());
        }
        return timers.resume(kind(Limit.FIRST_LOOK), order.id())
                .map(left -> limits.resume(
                        Limit.FIRST_LOOK,
                        order.need().urgency(),
                        order.need().service(),
                        order.need().site(),
                        step.at(),
                        left))
                .orElseGet(() -> due(order, Limit.FIRST_LOOK, step.at()));
    }

    private void hold(Order order) {
        Instant review = java.util.Objects.requireNonNull(order.reviewOn())
                .atStartOfDay(sites.zone(order.center()))
                .toInstant();
        timers.set(HOLD_REVIEW, order.id(), review);
        order.dueAt(review);
    }

    Instant due(Order order, Limit limit, Instant from) {
        Need need = order.need();
        return limits.dueAt(limit, need.urgency(), need.service(), need.site(), from);
    }

    private java.time.Duration left(Order order, Limit limit, Instant now, Instant due) {
        Need need = order.need();
        return limits.left(limit, need.urgency(), need.service(), need.site(), now, due);
    }
}
