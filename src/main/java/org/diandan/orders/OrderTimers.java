package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.catalogue.Limit;
import org.diandan.shared.Role;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;

/** What happens when a time limit of an order runs out (T1, T2, T4, T12 and the review of a hold). */
@ApplicationScoped
class OrderTimers implements TimerHandler {

    private final Orders orders;
    private final OrderClocks clocks;
    private final OrderNews news;
    private final Timers timers;
    private final Tasks tasks;
    private final Clock clock;

    OrderTimers(Orders orders, OrderClocks clocks, OrderNews news, Timers timers, Tasks tasks, Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.news = news;
        this.timers = timers;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Stream.concat(
                        Stream.of(OrderClocks.HOLD_REVIEW),
                        Stream.of(
                                        Limit.FIRST_LOOK,
                                        Limit.RESIDENT_ANSWERS,
                                        Limit.PREPARATION,
                                        Limit.RATING_CALL,
                                        Limit.RATING_CLOSE)
                                .map(OrderClocks::kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void fire(Timer timer) {
        orders.lock(timer.subject()).ifPresent(order -> {
            fire(order, timer);
            news.settle(order);
        });
    }

    private void fire(Order order, Timer timer) {
        if (timer.kind().equals(OrderClocks.HOLD_REVIEW)) {
            task(order, TaskKind.FIRST_LOOK, Role.DISPATCHER, clocks.due(order, Limit.FIRST_LOOK, clock.instant()));
            return;
        }
        Limit limit = Arrays.stream(Limit.values())
                .filter(each -> OrderClocks.kind(each).equals(timer.kind()))
                .findFirst()
                .orElseThrow();
        Instant now = clock.instant();
        switch (limit) {
            case FIRST_LOOK -> task(order, TaskKind.FIRST_LOOK, Role.DISPATCHER, clocks.due(order, limit, now));
            case RESIDENT_ANSWERS -> unanswered(order, timer, now);
            case PREPARATION -> unprepared(order, timer, now);
            case RATING_CALL -> task(order, TaskKind.CALL_BACK, Role.CLERK, clocks.due(order, Limit.RATING_CALL, now));
            case RATING_CLOSE -> order.closeUnrated(now);
            case TEAM_ANSWERS,
                    DIRECT_OFFER,
                    WAVE_WIDENS,
                    LATE_DROPOUT,
                    NOBODY_CHECKED_IN,
                    NOBODY_CHECKED_OUT,
                    REPORT,
                    LOW_RATING,
                    REOPEN_WINDOW,
                    LAST_RESORT -> throw new IllegalStateException("Not a timer of orders: " + limit);
        }
    }

    /** T2: the resident is called once; after the second time the order is cancelled. */
    private void unanswered(Order order, Timer timer, Instant now) {
        if (timer.fired() == 0) {
            Instant due = clocks.due(order, Limit.RESIDENT_ANSWERS, now);
            task(order, TaskKind.CALL_RESIDENT, Role.CLERK, due);
            timers.set(timer.kind(), order.id(), due);
        } else {
            order.cancel(Caller.PROGRAM, Why.because(Reason.NO_ANSWER), now);
        }
    }

    /** T4: the team is reminded, then another expert stands in, then the order goes back. */
    private void unprepared(Order order, Timer timer, Instant now) {
        if (timer.fired() >= 2) {
            order.handBack(Caller.PROGRAM, Why.because(Reason.NOT_PREPARED_IN_TIME), now);
            return;
        }
        Instant due = clocks.due(order, Limit.PREPARATION, now);
        if (timer.fired() == 1) {
            orders.preparation(order).ifPresent(preparation -> preparation.assign(null));
            order.assign(Caller.PROGRAM, Why.because(Reason.NOT_PREPARED_IN_TIME), now);
        } else {
            task(order, TaskKind.STAND_IN, Role.DISPATCHER, due);
        }
        timers.set(timer.kind(), order.id(), due);
    }

    private void task(Order order, TaskKind kind, Role role, Instant due) {
        tasks.open(new NewTask(kind, order.need().site(), role, order.id(), due, order.number()));
    }
}
