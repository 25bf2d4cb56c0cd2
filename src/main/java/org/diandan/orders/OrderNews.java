package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles what an order did: its preparation, history and time limits, and the news inside and outside the process. */
@ApplicationScoped
class OrderNews {

    private final Orders orders;
    private final History history;
    private final OrderClocks clocks;
    private final Event<OrderMoved> news;

    OrderNews(Orders orders, History history, OrderClocks clocks, Event<OrderMoved> news) {
        this.orders = orders;
        this.history = history;
        this.clocks = clocks;
        this.news = news;
    }

    /** Writes and tells each transition since the last call. To be called once at the end of every verb. */
    void settle(Order order) {
        for (Step step : order.takeSteps()) {
            if (step.to() == OrderState.PREPARING && step.from() != OrderState.PREPARING) {
                prepare(order, step);
            }
            history.tell(told(order, step));
            clocks.moved(order, step);
            news.fire(new OrderMoved(
                    order.center(),
                    order.id(),
                    step.action(),
                    step.from(),
                    step.to(),
                    order.round().number(),
                    step.caller().actor(),
                    step.at()));
            if (step.to() == OrderState.CANCELLED || step.to() == OrderState.REJECTED) {
                followersComeBack(order, step.at());
            }
        }
    }

    /** A team that takes the order begins with an empty sheet; else with what the last preparation had. */
    private void prepare(Order order, Step step) {
        if (step.action() == OrderAction.ACCEPT_ROUTING) {
            orders.add(new Preparation(
                    order.id(), order.round().revision(), order.round().number(), null, step.at()));
        } else {
            orders.prepareNext(order, step.at());
        }
    }

    /** What was merged into an order that is cancelled or rejected is a need of its own again. */
    private void followersComeBack(Order original, Instant now) {
        for (Order follower : orders.followers(original)) {
            follower.unmerge(Caller.PROGRAM, Why.because(Reason.ORIGINAL_ENDED), now);
            settle(follower);
        }
    }

    private static Told told(Order order, Step step) {
        Part part = step.caller().partFor(step.action());
        return new Told(
                order.id(),
                Machine.ORDER,
                order.id(),
                step.action().name(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                step.caller().actor(),
                part,
                forWhom(order, part),
                step.why().reason(),
                step.why().text(),
                order.round().number(),
                step.at());
    }

    private static @Nullable UUID forWhom(Order order, Part part) {
        return part == Part.CLERK || part == Part.PROXY ? order.resident() : null;
    }
}
